package org.parley.reporting.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.parley.reporting.releases.Release;
import org.parley.reporting.releases.Releases;
import org.parley.reporting.releases.Releases.Made;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReleasesController {

    private final Releases releases;

    ReleasesController(Releases releases) {
        this.releases = releases;
    }

    @Operation(
            summary = "Releases the quarters that are closed by now to everybody",
            description =
                    "For coordinators and administrators. Once for the same quarters: 201 the first time, then 200 "
                            + "with the same release. What is released can't be taken back.")
    @PostMapping("/v1/releases")
    ResponseEntity<ReleaseAnswer> make(@Parameter(hidden = true) Caller caller, HttpServletRequest request) {
        if (!caller.isAny("coordinator", "administrator")) {
            throw ProblemException.forbidden("Coordinators and administrators make releases.");
        }
        PublicParameters.none(request);
        return switch (releases.make()) {
            case Made.New made ->
                ResponseEntity.created(address(made.release())).body(ReleaseAnswer.of(made.release()));
            case Made.Known known ->
                ResponseEntity.ok().location(address(known.release())).body(ReleaseAnswer.of(known.release()));
            case Made.NothingClosed nothing ->
                throw ProblemException.conflict(
                        "nothing-closed",
                        "No quarter is closed yet. The first can be released from " + nothing.nextOn() + " on.");
            case Made.Busy busy ->
                throw ProblemException.conflict(
                        "still-counting",
                        "Events of closed quarters are being counted at this moment. Nothing was released; send the same again.");
        };
    }

    private static URI address(Release release) {
        return URI.create("/v1/public/releases/" + release.name());
    }
}
