package org.parley.reporting;

import static org.parley.reporting.Dimension.BOROUGH;
import static org.parley.reporting.Dimension.CENTER;
import static org.parley.reporting.Dimension.COHORT;
import static org.parley.reporting.Dimension.COMMAND;
import static org.parley.reporting.Dimension.TYPE;

import java.util.List;
import java.util.Locale;

/** Metrics that come from the same aggregates and have most dimensions in common; their cells stand together in one rollup. */
public enum MetricGroup {
    REFERRALS(
            "referral",
            "day of submission",
            List.of(
                    "submitted",
                    "screened-out",
                    "amended",
                    "offered",
                    "offer-expired",
                    "accepted",
                    "declined",
                    "contacted",
                    "scheduled",
                    "put-on-hold",
                    "released",
                    "transferred",
                    "overdue",
                    "session-held",
                    "session-voided",
                    "consent-revoked",
                    "contacts-shredded",
                    "closed",
                    "withdrawn",
                    "entered-in-error"),
            BOROUGH,
            COMMAND,
            CENTER,
            TYPE),
    SESSIONS(
            "session",
            "day the session started",
            List.of("logged", "amended", "voided"),
            BOROUGH,
            COMMAND,
            CENTER,
            TYPE),
    MICRO_INTERVENTIONS(
            "micro-intervention", "day it happened", List.of("logged", "amended", "voided"), BOROUGH, COMMAND, TYPE),
    CERTIFICATES("certificate", "day of issue", List.of("issued", "renewal-due", "revoked"), BOROUGH, COMMAND, COHORT),
    TRAININGS(
            "training",
            "last day of the training",
            List.of("scheduled", "rescheduled", "cancelled", "completed", "amended"),
            COHORT),
    EVALUATIONS("evaluation", "last day of the training", List.of("closed"), COHORT);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String aggregate;
    private final String axis;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<String> events;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Dimension> dimensions;

    MetricGroup(String aggregate, String axis, List<String> pastTenses, Dimension... dimensions) {
        this.aggregate = aggregate;
        this.axis = axis;
        this.events = pastTenses.stream()
                .map(pastTense -> "org.parley." + aggregate + "." + pastTense + ".v1")
                .toList();
        this.dimensions = List.of(dimensions);
    }

    /** What is counted, as it is called in the types of its events. */
    public String aggregate() {
        return aggregate;
    }

    /** The day a contribution counts on. */
    public String axis() {
        return axis;
    }

    /** The types of the events its figures come from. */
    public List<String> events() {
        return events;
    }

    /** What all of its metrics split by. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    public String word() {
        return word;
    }
}
