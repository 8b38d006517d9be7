package org.parley.reporting;

import static org.parley.reporting.Dimension.BOROUGH;
import static org.parley.reporting.Dimension.CENTER;
import static org.parley.reporting.Dimension.COHORT;
import static org.parley.reporting.Dimension.COMMAND;
import static org.parley.reporting.Dimension.TYPE;

import java.util.List;
import java.util.Locale;

/** Metrics that come from the same aggregates and split the same way; their cells stand together in one rollup. */
public enum MetricGroup {
    REFERRALS(
            "referral",
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
    SESSIONS("session", List.of("logged", "amended", "voided"), BOROUGH, COMMAND, CENTER, TYPE),
    MICRO_INTERVENTIONS("micro-intervention", List.of("logged", "amended", "voided"), BOROUGH, COMMAND, TYPE),
    CERTIFICATES("certificate", List.of("issued", "renewal-due", "revoked"), BOROUGH, COMMAND, COHORT),
    TRAININGS("training", List.of("scheduled", "rescheduled", "cancelled", "completed", "amended"), COHORT),
    EVALUATIONS("evaluation", List.of("closed"), COHORT);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String aggregate;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<String> events;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Dimension> dimensions;

    MetricGroup(String aggregate, List<String> pastTenses, Dimension... dimensions) {
        this.aggregate = aggregate;
        this.events = pastTenses.stream()
                .map(pastTense -> "org.parley." + aggregate + "." + pastTense + ".v1")
                .toList();
        this.dimensions = List.of(dimensions);
    }

    /** What is counted, as it is called in the types of its events. */
    public String aggregate() {
        return aggregate;
    }

    /** The types of the events its figures come from. */
    public List<String> events() {
        return events;
    }

    /** In the order of the values in a {@link Cell}. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    public String word() {
        return word;
    }
}
