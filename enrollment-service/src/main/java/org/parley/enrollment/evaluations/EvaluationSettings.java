package org.parley.enrollment.evaluations;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param openDays how many days after its first link was drawn an evaluation closes
 * @param followUpMonths how long after the training's last day it is followed up
 */
@ConfigurationProperties("parley.enrollment.evaluations")
record EvaluationSettings(
        @DefaultValue("21") int openDays, @DefaultValue("3") int followUpMonths) {

    EvaluationSettings {
        if (openDays < 1 || followUpMonths < 1) {
            throw new IllegalArgumentException("parley.enrollment.evaluations: days and months are 1 or more");
        }
    }

    LocalDate closesOn(LocalDate today) {
        return today.plusDays(openDays);
    }

    /** The first day on which officers are asked. */
    LocalDate asksFrom(EvaluationKind kind, LocalDate lastDay) {
        return switch (kind) {
            case COURSE -> lastDay;
            case FOLLOW_UP -> lastDay.plusMonths(followUpMonths);
        };
    }
}
