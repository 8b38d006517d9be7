package org.parley.enrollment.ui;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.enrollment.Catalogue;
import org.parley.enrollment.DeclineReason;
import org.parley.enrollment.EnrollmentManagement;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.Transfers;
import org.parley.enrollment.WithdrawReason;
import org.parley.enrollment.officers.Officers;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What commanders decide about one officer. What is wrong or refused is said on the officer's page. */
@PageController
class CommandActionsController {

    private final EnrollmentManagement enrollments;
    private final Transfers transfers;
    private final TrainingManagement trainings;
    private final Unchanged unchanged;
    private final CommandPages pages;

    CommandActionsController(
            Catalogue catalogue,
            TrainingManagement trainings,
            EnrollmentManagement enrollments,
            Transfers transfers,
            Officers officers,
            Clock clock) {
        this.enrollments = enrollments;
        this.transfers = transfers;
        this.trainings = trainings;
        this.unchanged = new Unchanged(trainings);
        this.pages = new CommandPages(catalogue, trainings, officers, clock);
    }

    private enum Action {
        APPROVE,
        DECLINE,
        WITHDRAW,
        TRANSFER;

        static Optional<Action> of(String path) {
            return Arrays.stream(values()).filter(it -> it.path().equals(path)).findFirst();
        }

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @PostMapping("/command/trainings/{training}/enrollments/{enrollment}/{action}")
    ModelAndView act(
            Caller caller,
            @PathVariable UUID training,
            @PathVariable UUID enrollment,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> fields) {
        var wanted = Action.of(action).orElseThrow(ProblemException::notFound);
        requireOwn(caller, training, enrollment);
        var entered = new Entered(fields);
        var mistakes = mistakes(wanted, entered);
        if (!mistakes.isEmpty()) {
            return pages.show(caller, training, enrollment, Attempt.wrong(action, entered, mistakes));
        }
        var requester = new Requester(caller);
        var result = unchanged.then(
                training, cohort -> cohort.versionOf(enrollment), entered.version(), guard -> switch (wanted) {
                    case APPROVE -> enrollments.approve(training, enrollment, requester, guard);
                    case DECLINE ->
                        enrollments.decline(
                                training,
                                enrollment,
                                entered.one("reason", DeclineReason.values()).orElseThrow(),
                                requester,
                                guard);
                    case WITHDRAW ->
                        enrollments.withdraw(
                                training,
                                enrollment,
                                entered.one("reason", WithdrawReason.values()).orElseThrow(),
                                requester,
                                guard);
                    case TRANSFER ->
                        transfers.transfer(
                                training, enrollment, entered.id("to").orElseThrow(), requester, guard);
                });
        return switch (result) {
            case Result.Done _ ->
                new ModelAndView("redirect:/command/trainings/%s/enrollments/%s?done=%s"
                        .formatted(training, enrollment, action));
            case Result.Gone _ -> throw ProblemException.notFound();
            case Result.Changed _ ->
                pages.show(caller, training, enrollment, Attempt.refused(action, entered, RefusalWords.CHANGED));
            case Result.Refused refused ->
                pages.show(caller, training, enrollment, Attempt.refused(action, entered, refused.words()));
            case Result.Wrong(var wrong) ->
                pages.show(caller, training, enrollment, Attempt.wrong(action, entered, wrong));
        };
    }

    private static Map<String, String> mistakes(Action action, Entered entered) {
        return switch (action) {
            case APPROVE -> Map.of();
            case DECLINE -> chosen(entered.one("reason", DeclineReason.values()), "reason", "Choose a reason.");
            case WITHDRAW -> chosen(entered.one("reason", WithdrawReason.values()), "reason", "Choose a reason.");
            case TRANSFER -> chosen(entered.id("to"), "to", "Choose another cohort.");
        };
    }

    private static Map<String, String> chosen(Optional<?> choice, String field, String words) {
        return choice.isPresent() ? Map.of() : Map.of(field, words);
    }

    /** A commander who has a second role stays a commander here. */
    private void requireOwn(Caller caller, UUID training, UUID enrollment) {
        var own = trainings
                .find(training)
                .flatMap(held -> held.state().enrollment(enrollment))
                .filter(it -> CommandPages.isOf(caller, it));
        if (own.isEmpty()) {
            throw ProblemException.notFound();
        }
    }
}
