package org.parley.enrollment.evaluations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.parley.enrollment.NewYork;
import org.springframework.stereotype.Component;

/** From when to when officers are asked. */
@Component
class Opening {

    private final EvaluationSettings settings;
    private final Clock clock;

    Opening(EvaluationSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    LocalDate closesOn() {
        return settings.closesOn(today());
    }

    Optional<Drawing.Impossible> refusal(Attended training, EvaluationKind kind) {
        var from = settings.asksFrom(kind, training.lastDay());
        return today().isBefore(from)
                ? Optional.of(
                        new Drawing.Impossible("evaluation-too-early", "Officers are asked from " + from + " on."))
                : Optional.empty();
    }

    private LocalDate today() {
        return NewYork.day(clock.instant());
    }
}
