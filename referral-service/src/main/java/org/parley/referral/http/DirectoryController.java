package org.parley.referral.http;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.CenterEntry;
import org.parley.referral.routing.Center;
import org.parley.referral.routing.Centers;
import org.parley.referral.routing.Directory;
import org.parley.starter.web.ETags;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The centers there are. One version counts the changes of the whole directory. */
@RestController
@RequestMapping("/v1/directory/centers")
class DirectoryController {

    private final Centers centers;
    private final Directory directory;

    DirectoryController(Centers centers, Directory directory) {
        this.centers = centers;
        this.directory = directory;
    }

    record ListedCenter(String id, CenterEntry center) {

        static ListedCenter from(Center center) {
            return new ListedCenter(center.id(), CenterEntry.from(center));
        }
    }

    record AllCenters(List<ListedCenter> items) {}

    @GetMapping
    ResponseEntity<AllCenters> list() {
        var all = directory.all().stream().map(ListedCenter::from).toList();
        return ResponseEntity.ok().eTag(ETags.of(centers.version())).body(new AllCenters(all));
    }

    @GetMapping("/{id}")
    ResponseEntity<CenterEntry> find(@PathVariable String id) {
        return directory
                .find(id)
                .map(center ->
                        ResponseEntity.ok().eTag(ETags.of(centers.version())).body(CenterEntry.from(center)))
                .orElseThrow(ProblemException::notFound);
    }

    /** Enters a center or changes it; what it has already stays with it. */
    @PutMapping("/{id}")
    @PreAuthorize("hasAnyRole('coordinator', 'administrator')")
    ResponseEntity<CenterEntry> put(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CenterEntry entry) {
        if (!CenterEntry.canBeCalled(id)) {
            throw ProblemException.invalid("/id", "must be a small letter and 1 to 31 of a-z 0-9 -");
        }
        var center = entry.center(id);
        return switch (centers.put(center, Answers.expected(ifMatch)::met)) {
            case Centers.Saved.Done(var version, var fresh) ->
                (fresh
                                ? ResponseEntity.created(URI.create("/v1/directory/centers/" + id))
                                : ResponseEntity.status(HttpStatus.OK))
                        .eTag(ETags.of(version))
                        .body(CenterEntry.from(center));
            case Centers.Saved.VersionMismatch(var current) -> throw ProblemException.versionMismatch(current);
        };
    }
}
