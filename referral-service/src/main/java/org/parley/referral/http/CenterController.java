package org.parley.referral.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Answer;
import org.parley.referral.CaseFiles;
import org.parley.referral.ReferralManagement;
import org.parley.referral.codes.Listed;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ETags;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The center's side of a referral. What was never offered to it is not there. */
@RestController
@RequestMapping("/v1/centers/{center}/referrals/{id}")
@PreAuthorize(CenterScope.ROLES)
class CenterController {

    private final ReferralManagement management;
    private final CaseFiles files;

    CenterController(ReferralManagement management, CaseFiles files) {
        this.management = management;
        this.files = files;
    }

    record Acceptance() {}

    record Decline(@NotNull @Listed("decline-reasons") String reason) {}

    record Appointment(@NotNull Instant at) {}

    record Closing(@NotNull @Listed("close-reasons") String reason) {}

    @GetMapping
    ResponseEntity<CenterView> find(Caller caller, @PathVariable String center, @PathVariable UUID id) {
        CenterScope.require(caller, center);
        var file = files.find(id, center).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().eTag(ETags.of(file.current().version())).body(CenterView.from(file, center));
    }

    @PostMapping("/accept")
    ResponseEntity<CenterView> accept(
            Caller caller,
            @PathVariable String center,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Acceptance acceptance) {
        var actor = CenterScope.actor(caller, center);
        return view(management.accept(id, center, actor, Answers.expected(ifMatch)), center);
    }

    @PostMapping("/decline")
    ResponseEntity<CenterView> decline(
            Caller caller,
            @PathVariable String center,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Decline decline) {
        var actor = CenterScope.actor(caller, center);
        return view(management.decline(id, center, decline.reason(), actor, Answers.expected(ifMatch)), center);
    }

    @PostMapping("/schedule")
    ResponseEntity<CenterView> schedule(
            Caller caller,
            @PathVariable String center,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Appointment appointment) {
        var actor = CenterScope.actor(caller, center);
        var at = appointment.at().truncatedTo(ChronoUnit.MILLIS);
        return view(management.schedule(id, center, at, actor, Answers.expected(ifMatch)), center);
    }

    @PostMapping("/close")
    ResponseEntity<CenterView> close(
            Caller caller,
            @PathVariable String center,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Closing closing) {
        var actor = CenterScope.actor(caller, center);
        return view(management.close(id, center, closing.reason(), actor, Answers.expected(ifMatch)), center);
    }

    private ResponseEntity<CenterView> view(Answer answer, String center) {
        return Answers.of(answer, current -> CenterView.from(files.open(current, center), center));
    }
}
