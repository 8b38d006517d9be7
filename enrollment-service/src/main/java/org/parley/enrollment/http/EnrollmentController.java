package org.parley.enrollment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.EnrollmentManagement;
import org.parley.enrollment.HistoryEntry;
import org.parley.enrollment.Ids;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.Transfers;
import org.parley.enrollment.WithdrawReason;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/trainings/{training}/enrollments")
@PreAuthorize("hasAnyRole('coordinator', 'commander', 'officer')")
class EnrollmentController {

    private static final String IF_MATCH = "If-Match";

    private final TrainingManagement trainings;
    private final EnrollmentManagement enrollments;
    private final Transfers transfers;

    EnrollmentController(TrainingManagement trainings, EnrollmentManagement enrollments, Transfers transfers) {
        this.trainings = trainings;
        this.enrollments = enrollments;
        this.transfers = transfers;
    }

    record Roster(List<EnrollmentView> items) {}

    record History(List<HistoryEntry> items) {}

    record Transfer(@NotNull UUID to) {}

    /** Those of the roster that the caller may see, in the order of the requests; all for who gives the training. */
    @GetMapping
    @PreAuthorize("hasAnyRole('coordinator', 'commander', 'officer', 'trainer')")
    ResponseEntity<Roster> read(@PathVariable UUID training, Caller caller) {
        var requester = new Requester(caller);
        return Answers.found(
                trainings.find(training).filter(held -> requester.sees(held.state())),
                held -> new Roster(held.state().roster().stream()
                        .filter(it -> requester.sees(it) || requester.runs(held.state()))
                        .map(EnrollmentView.in(held))
                        .toList()));
    }

    @PostMapping
    ResponseEntity<EnrollResults> enroll(
            @PathVariable UUID training,
            @Valid @RequestBody EnrollRequest request,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var requester = new Requester(caller);
        var requests = request.toRequests();
        if (!requester.mayAsk(requests)) {
            throw ProblemException.forbidden("Commanders enroll the officers of their commands, officers themselves.");
        }
        return Answers.to(
                enrollments.enroll(training, requests, requester, Answers.guard(ifMatch)),
                held -> EnrollResults.from(requests, held.state()));
    }

    /** Who did what to it, when and why. */
    @GetMapping("/{enrollment}/history")
    ResponseEntity<History> history(@PathVariable UUID training, @PathVariable UUID enrollment, Caller caller) {
        return Answers.found(
                trainings.find(training),
                held -> held.state()
                        .enrollment(enrollment)
                        .filter(new Requester(caller)::sees)
                        .map(it -> new History(it.history()))
                        .orElseThrow(ProblemException::notFound));
    }

    @PostMapping("/{enrollment}/approve")
    @PreAuthorize("hasAnyRole('coordinator', 'commander')")
    ResponseEntity<EnrollmentView> approve(
            @PathVariable UUID training,
            @PathVariable UUID enrollment,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.to(
                enrollments.approve(training, enrollment, new Requester(caller), Answers.guard(ifMatch)),
                held -> EnrollmentView.of(held, enrollment));
    }

    @PostMapping("/{enrollment}/decline")
    @PreAuthorize("hasAnyRole('coordinator', 'commander')")
    ResponseEntity<EnrollmentView> decline(
            @PathVariable UUID training,
            @PathVariable UUID enrollment,
            @Valid @RequestBody Reasons.Declined request,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.to(
                enrollments.decline(
                        training, enrollment, request.reason(), new Requester(caller), Answers.guard(ifMatch)),
                held -> EnrollmentView.of(held, enrollment));
    }

    /** Without a body it is for OTHER reasons. */
    @PostMapping("/{enrollment}/withdraw")
    ResponseEntity<EnrollmentView> withdraw(
            @PathVariable UUID training,
            @PathVariable UUID enrollment,
            @Valid @RequestBody(required = false) Reasons.@Nullable Withdrawn request,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var reason = request == null ? WithdrawReason.OTHER : request.reason();
        return Answers.to(
                enrollments.withdraw(training, enrollment, reason, new Requester(caller), Answers.guard(ifMatch)),
                held -> EnrollmentView.of(held, enrollment));
    }

    /** Into another training, in whose line the first request counts; the answer is the enrollment there. */
    @PostMapping("/{enrollment}/transfer")
    @PreAuthorize("hasAnyRole('coordinator', 'commander')")
    ResponseEntity<EnrollmentView> transfer(
            @PathVariable UUID training,
            @PathVariable UUID enrollment,
            @Valid @RequestBody Transfer request,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var outcome =
                transfers.transfer(training, enrollment, request.to(), new Requester(caller), Answers.guard(ifMatch));
        return Answers.to(
                outcome,
                held -> held.state().roster().stream()
                        .filter(it -> enrollment.equals(Ids.enrollment(training, it.officer())))
                        .findFirst()
                        .map(it -> EnrollmentView.of(held, it))
                        .orElseThrow(ProblemException::notFound));
    }
}
