package org.parley.enrollment.http;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.EnrollmentSummary;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
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

    EnrollmentController(TrainingManagement trainings) {
        this.trainings = trainings;
    }

    record Roster(List<EnrollmentSummary> items) {}

    /** Those of the roster that the caller may see, in the order of the requests. */
    @GetMapping
    ResponseEntity<Roster> read(@PathVariable UUID training, Caller caller) {
        var requester = new Requester(caller);
        return Answers.found(
                trainings.find(training),
                held -> new Roster(held.state().roster().stream()
                        .filter(requester::sees)
                        .map(it -> EnrollmentSummary.of(training, held.state(), it))
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
                trainings.enroll(training, requests, requester, Answers.guard(ifMatch)),
                held -> EnrollResults.from(requests, held.state()));
    }

    @PostMapping("/{enrollment}/withdraw")
    ResponseEntity<EnrollmentSummary> withdraw(
            @PathVariable UUID training,
            @PathVariable UUID enrollment,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.to(
                trainings.withdraw(training, enrollment, new Requester(caller), Answers.guard(ifMatch)),
                held -> EnrollmentSummary.of(
                        training,
                        held.state(),
                        held.state().enrollment(enrollment).orElseThrow(ProblemException::notFound)));
    }
}
