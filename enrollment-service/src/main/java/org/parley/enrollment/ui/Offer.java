package org.parley.enrollment.ui;

import java.time.LocalDate;

/**
 * A training that can be asked for.
 *
 * @param means what it comes to who asks now
 */
record Offer(TrainingCard training, String means) {

    static Offer of(Cohort cohort, String command, LocalDate today) {
        var card = TrainingCard.of(cohort, today);
        return new Offer(card, means(cohort, card, command));
    }

    private static String means(Cohort cohort, TrainingCard card, String command) {
        var most = cohort.training().plan().seatsPerCommand();
        var seated = cohort.training().roster().stream()
                .filter(it -> it.command().equals(command) && Cohort.isSeated(it))
                .count();
        if (most != null && seated >= most) {
            return "Your command has all %d seats it may have here. You would wait until one of them comes free."
                    .formatted(most);
        }
        return card.left() > 0
                ? "When your commander approves it, you have a seat as long as there is one."
                : "All seats are taken. When your commander approves it, you wait in line until one comes free: who asked"
                        + " first gets it first.";
    }
}
