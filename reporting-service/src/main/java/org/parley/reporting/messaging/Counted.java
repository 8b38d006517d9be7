package org.parley.reporting.messaging;

import org.parley.reporting.Contribution;

/** The data of an event, as far as it is counted. */
sealed interface Counted
        permits CertificateEvent, EvaluationEvent, MicroInterventionEvent, ReferralEvent, SessionEvent, TrainingEvent {

    /** What the aggregate adds to the figures after this event. */
    Contribution contribution();

    /** For a code that an aggregate may do without. */
    static String orNone(@org.jspecify.annotations.Nullable String code) {
        return code == null ? "" : code;
    }
}
