package org.parley.referral.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Answer;
import org.parley.referral.CaseFiles;
import org.parley.referral.Current;
import org.parley.referral.Hold;
import org.parley.referral.ReferralManagement;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.audience.CenterView;
import org.parley.referral.audience.History;
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
    private final Clock clock;

    CenterController(ReferralManagement management, CaseFiles files, Clock clock) {
        this.management = management;
        this.files = files;
        this.clock = clock;
    }

    /** A body without content, or none. */
    record Nothing() {}

    record Decline(@NotNull @Listed("decline-reasons") String reason) {}

    record Appointment(@NotNull Instant at) {}

    record Holding(
            @NotNull @Listed("hold-reasons") String reason,
            @NotNull Instant until) {}

    record Transfer(@NotNull @Listed("transfer-reasons") String reason) {}

    record Closing(@NotNull @Listed("close-reasons") String reason) {}

    @GetMapping
    ResponseEntity<CenterView> find(Caller caller, @PathVariable String center, @PathVariable UUID id) {
        var actor = CenterScope.actor(caller, center);
        var file = files.find(id, center, actor).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().eTag(ETags.of(file.current().version())).body(CenterView.from(file, center));
    }

    /** What concerned this center; that others were asked, too, is not its business. */
    @GetMapping("/history")
    History history(Caller caller, @PathVariable String center, @PathVariable UUID id) {
        CenterScope.require(caller, center);
        return management
                .find(id)
                .map(Current::referral)
                .filter(referral -> referral.offerTo(center).isPresent())
                .map(referral -> History.forCenter(referral, center))
                .orElseThrow(ProblemException::notFound);
    }

    @PostMapping("/accept")
    ResponseEntity<CenterView> accept(
            Caller caller,
            @PathVariable String center,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Nothing nothing) {
        var actor = CenterScope.actor(caller, center);
        return Answers.of(
                management.accept(id, center, actor, Answers.expected(ifMatch)),
                current -> CenterView.from(files.open(current, center, actor), center));
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

    @PostMapping("/contact")
    ResponseEntity<CenterView> contact(
            Caller caller,
            @PathVariable String center,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Nothing nothing) {
        var actor = CenterScope.actor(caller, center);
        return view(management.contact(id, center, actor, Answers.expected(ifMatch)), center);
    }

    @PostMapping("/hold")
    ResponseEntity<CenterView> hold(
            Caller caller,
            @PathVariable String center,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Holding holding) {
        var actor = CenterScope.actor(caller, center);
        var until = holding.until().truncatedTo(ChronoUnit.MILLIS);
        if (!Hold.mayLast(clock.instant(), until)) {
            throw ProblemException.invalid("/until", "must lie in the next " + Hold.LONGEST.toDays() + " days");
        }
        return view(
                management.putOnHold(id, center, holding.reason(), until, actor, Answers.expected(ifMatch)), center);
    }

    @PostMapping("/release")
    ResponseEntity<CenterView> release(
            Caller caller,
            @PathVariable String center,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Nothing nothing) {
        var actor = CenterScope.actor(caller, center);
        return view(management.release(id, center, actor, Answers.expected(ifMatch)), center);
    }

    @PostMapping("/transfer")
    ResponseEntity<CenterView> transfer(
            Caller caller,
            @PathVariable String center,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Transfer transfer) {
        var actor = CenterScope.actor(caller, center);
        return view(management.transfer(id, center, transfer.reason(), actor, Answers.expected(ifMatch)), center);
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

    /** The party said so to the center. Nobody is shown it any more, and its data is destroyed. */
    @PostMapping("/revoke-consent")
    ResponseEntity<CenterView> revokeConsent(
            Caller caller,
            @PathVariable String center,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Revocation revocation) {
        var actor = CenterScope.actor(caller, center);
        var answer = management.revokeConsent(
                id, referral -> referral.isHeldBy(center), revocation.party(), actor, Answers.expected(ifMatch));
        return view(answer, center);
    }

    /** The audit trail: who was shown the people of this referral, and when. */
    @GetMapping("/looks")
    LooksView looks(Caller caller, @PathVariable String center, @PathVariable UUID id) {
        CenterScope.require(caller, center);
        return management
                .find(id)
                .filter(current -> current.referral().isHeldBy(center))
                .map(current -> LooksView.from(files.looks(current)))
                .orElseThrow(ProblemException::notFound);
    }

    private ResponseEntity<CenterView> view(Answer answer, String center) {
        return Answers.of(answer, current -> CenterView.from(files.keepShut(current, center), center));
    }
}
