package org.parley.referral.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Actor;
import org.parley.referral.CaseFiles;
import org.parley.referral.Current;
import org.parley.referral.ReferralManagement;
import org.parley.referral.audience.CoordinatorView;
import org.parley.referral.audience.History;
import org.parley.referral.codes.Listed;
import org.parley.referral.lists.Worklist;
import org.parley.referral.routing.Directory;
import org.parley.starter.identity.Caller;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The coordinator's side: what nobody has taken or somebody lets lie. */
@RestController
@RequestMapping("/v1/coordination/referrals")
@PreAuthorize("hasRole('coordinator')")
class CoordinationController {

    private final ReferralManagement management;
    private final Worklist worklist;
    private final Directory directory;
    private final CaseFiles files;

    CoordinationController(ReferralManagement management, Worklist worklist, Directory directory, CaseFiles files) {
        this.files = files;
        this.management = management;
        this.worklist = worklist;
        this.directory = directory;
    }

    record PlacingByHand(@NotNull String center) {}

    record Mistake(@NotNull @Listed("error-reasons") String reason) {}

    /** @param next the cursor with which the list goes on; null at its end */
    record WorklistPage(
            List<CoordinatorView> items, @Nullable String next) {}

    /** Those that need a coordinator now, what is due first. */
    @GetMapping
    WorklistPage list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var page = worklist.page(limit, cursor);
        return new WorklistPage(page.items().stream().map(CoordinatorView::from).toList(), page.next());
    }

    @GetMapping("/{id}")
    ResponseEntity<CoordinatorView> find(@PathVariable UUID id) {
        return management
                .find(id)
                .map(current -> Answers.withVersion(current, CoordinatorView::from))
                .orElseThrow(ProblemException::notFound);
    }

    @GetMapping("/{id}/history")
    History history(@PathVariable UUID id) {
        return management.find(id).map(Current::referral).map(History::whole).orElseThrow(ProblemException::notFound);
    }

    @PostMapping("/{id}/place")
    ResponseEntity<CoordinatorView> place(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlacingByHand placing) {
        var center = directory
                .find(placing.center())
                .orElseThrow(() -> ProblemException.invalid("/center", "must be a center of the directory"));
        var answer = management.place(id, center, actor(caller), Answers.expected(ifMatch));
        return Answers.of(answer, CoordinatorView::from);
    }

    @PostMapping("/{id}/enter-in-error")
    ResponseEntity<CoordinatorView> enterInError(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mistake mistake) {
        var answer = management.enterInError(id, _ -> true, mistake.reason(), actor(caller), Answers.expected(ifMatch));
        return Answers.of(answer, CoordinatorView::from);
    }

    @PostMapping("/{id}/revoke-consent")
    ResponseEntity<CoordinatorView> revokeConsent(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Revocation revocation) {
        var answer =
                management.revokeConsent(id, _ -> true, revocation.party(), actor(caller), Answers.expected(ifMatch));
        return Answers.of(answer, CoordinatorView::from);
    }

    /** Destroys all that is known of the incident and the people of a referral that has ended. */
    @PostMapping("/{id}/shred-contacts")
    ResponseEntity<CoordinatorView> shredContacts(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var answer = management.shredContacts(id, actor(caller), Answers.expected(ifMatch));
        return Answers.of(answer, CoordinatorView::from);
    }

    /** For a party that asks what is held about it. This is a look, and stands in the audit trail like any other. */
    @GetMapping("/{id}/parties/{party}")
    ExportView export(Caller caller, @PathVariable UUID id, @PathVariable @Min(0) @Max(19) int party) {
        return files.export(id, party, actor(caller)).map(ExportView::from).orElseThrow(ProblemException::notFound);
    }

    /** The audit trail: who was shown the people of this referral, and when. */
    @GetMapping("/{id}/looks")
    LooksView looks(@PathVariable UUID id) {
        return management
                .find(id)
                .map(current -> LooksView.from(files.looks(current)))
                .orElseThrow(ProblemException::notFound);
    }

    private static Actor actor(Caller caller) {
        return new Actor("coordinator", caller.id());
    }
}
