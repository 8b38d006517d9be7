package org.parley.referral.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Actor;
import org.parley.referral.Amendment;
import org.parley.referral.Channel;
import org.parley.referral.Current;
import org.parley.referral.Posted;
import org.parley.referral.Referral;
import org.parley.referral.ReferralManagement;
import org.parley.referral.Submission;
import org.parley.referral.Submitted;
import org.parley.referral.audience.History;
import org.parley.referral.audience.PrecinctView;
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

/** The precinct's side. Another precinct's referral is not there. */
@RestController
@RequestMapping("/v1/referrals")
@PreAuthorize("hasRole('precinct-system')")
class ReferralController {

    private static final String ROLE = "precinct-system";

    private final ReferralManagement management;

    ReferralController(ReferralManagement management) {
        this.management = management;
    }

    record Withdrawal(@NotNull @Listed("withdraw-reasons") String reason) {}

    record Mistake(@NotNull @Listed("error-reasons") String reason) {}

    @PostMapping
    ResponseEntity<PrecinctView> submit(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Pattern(regexp = "[!-~]{1,128}", message = "must be 1 to 128 printable ASCII characters")
                    @Nullable
                    String key,
            @Valid @RequestBody Submission submission) {
        if (submission.reference() == null && key == null) {
            throw ProblemException.invalid("/reference", "must be given, or else an Idempotency-Key");
        }
        if (!caller.covers("command", submission.command())) {
            throw ProblemException.forbidden("This client does not speak for that command.");
        }
        var posted = Posted.bySystem(caller.id(), Channel.HTTP, key, submission);
        return switch (management.submit(List.of(posted)).getFirst()) {
            case Submitted.Fresh(var current) ->
                ResponseEntity.created(URI.create("/v1/referrals/" + current.id()))
                        .eTag(ETags.of(current.version()))
                        .body(PrecinctView.from(current));
            case Submitted.Repeated(var current) ->
                ResponseEntity.ok()
                        .header(HttpHeaders.LOCATION, "/v1/referrals/" + current.id())
                        .eTag(ETags.of(current.version()))
                        .body(PrecinctView.from(current));
            case Submitted.KeyReused _ ->
                throw ProblemException.keyReused("Another referral was posted under this reference or key before.");
        };
    }

    @GetMapping("/{id}")
    ResponseEntity<PrecinctView> find(Caller caller, @PathVariable UUID id) {
        return management
                .find(id)
                .filter(current -> isOf(caller, current.referral()))
                .map(current -> Answers.withVersion(current, PrecinctView::from))
                .orElseThrow(ProblemException::notFound);
    }

    /** Police-safe: the states it went through, and who moved it, by role. */
    @GetMapping("/{id}/history")
    History history(Caller caller, @PathVariable UUID id) {
        return management
                .find(id)
                .map(Current::referral)
                .filter(referral -> isOf(caller, referral))
                .map(History::forPrecinct)
                .orElseThrow(ProblemException::notFound);
    }

    @PostMapping("/{id}/amend")
    ResponseEntity<PrecinctView> amend(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Amendment amendment) {
        if (amendment.namesNothing()) {
            throw ProblemException.invalid("", "must name at least one field to amend");
        }
        var answer = management.amend(
                id,
                referral -> isOf(caller, referral),
                amendment,
                new Actor(ROLE, caller.id()),
                Answers.expected(ifMatch));
        return Answers.of(answer, PrecinctView::from);
    }

    @PostMapping("/{id}/enter-in-error")
    ResponseEntity<PrecinctView> enterInError(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mistake mistake) {
        var answer = management.enterInError(
                id,
                referral -> isOf(caller, referral),
                mistake.reason(),
                new Actor(ROLE, caller.id()),
                Answers.expected(ifMatch));
        return Answers.of(answer, PrecinctView::from);
    }

    @PostMapping("/{id}/withdraw")
    ResponseEntity<PrecinctView> withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Withdrawal withdrawal) {
        var answer = management.withdraw(
                id,
                referral -> isOf(caller, referral),
                withdrawal.reason(),
                new Actor(ROLE, caller.id()),
                Answers.expected(ifMatch));
        return Answers.of(answer, PrecinctView::from);
    }

    /** A party said so to the police. Its number is its place among the parties as they were posted, from 0. */
    @PostMapping("/{id}/revoke-consent")
    ResponseEntity<PrecinctView> revokeConsent(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Revocation revocation) {
        var answer = management.revokeConsent(
                id,
                referral -> isOf(caller, referral),
                revocation.party(),
                new Actor(ROLE, caller.id()),
                Answers.expected(ifMatch));
        return Answers.of(answer, PrecinctView::from);
    }

    private static boolean isOf(Caller caller, Referral referral) {
        return caller.covers("command", referral.dispute().command());
    }
}
