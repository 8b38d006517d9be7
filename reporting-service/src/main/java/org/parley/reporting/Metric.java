package org.parley.reporting;

import static org.parley.reporting.MetricGroup.CERTIFICATES;
import static org.parley.reporting.MetricGroup.EVALUATIONS;
import static org.parley.reporting.MetricGroup.REFERRALS;
import static org.parley.reporting.MetricGroup.SESSIONS;
import static org.parley.reporting.MetricGroup.TRAININGS;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every metric with its definition. A definition that changes gets a new version; its words are shown with the figure. */
public enum Metric {
    REFERRALS_SUBMITTED(
            REFERRALS,
            "Referrals submitted",
            "Referrals that precincts posted, those that screening stopped included; entered in error is not counted.",
            "count of referrals whose state is not ENTERED_IN_ERROR",
            "referrals",
            "day of submission"),
    REFERRALS_SCREENED_OUT(
            REFERRALS,
            "Referrals screened out",
            "Referrals that met a hard stop of screening and went to no center.",
            "count of referrals whose state is SCREENED_OUT",
            "referrals",
            "day of submission"),
    REFERRALS_ACCEPTED(
            REFERRALS,
            "Referrals accepted",
            "Referrals that a mediation center took and did not give back, whatever became of them afterwards.",
            "count of referrals with a time of acceptance whose state is not ENTERED_IN_ERROR",
            "referrals",
            "day of submission"),
    REFERRALS_CLOSED(
            REFERRALS,
            "Referrals closed",
            "Referrals that came to their end at a center, resolved or not; withdrawn ones are not counted.",
            "count of referrals whose state is CLOSED",
            "referrals",
            "day of submission"),
    SESSIONS_HELD(
            SESSIONS,
            "Sessions held",
            "Full mediation sessions that took place, led by officers or by centers; each sitting counts.",
            "count of sessions whose outcome is not NOT_HELD",
            "sessions",
            "day the session started"),
    AGREEMENTS(
            SESSIONS,
            "Agreements",
            "Sessions that ended with an agreement on all, most or some of the matters.",
            "count of sessions whose outcome is AGREEMENT_ALL, AGREEMENT_MOST or AGREEMENT_SOME",
            "sessions",
            "day the session started"),
    MICRO_INTERVENTIONS(
            MetricGroup.MICRO_INTERVENTIONS,
            "Micro-interventions",
            "On-the-spot de-escalations that officers logged.",
            "count of micro-interventions",
            "micro-interventions",
            "day it happened"),
    ARRESTS_AVOIDED(
            MetricGroup.MICRO_INTERVENTIONS,
            "Arrests avoided",
            "Micro-interventions in which the officer says an arrest was likely, and none was made.",
            "count of micro-interventions with arrestWasLikely and not arrestMade",
            "micro-interventions",
            "day it happened"),
    OFFICERS_CERTIFIED(
            CERTIFICATES,
            "Officers certified",
            "Certificates issued to officers who attended all four days of a training; a later certificate of the same"
                    + " officer counts again, and one that was revoked since still counts as issued.",
            "count of certificates",
            "certificates",
            "day of issue"),
    TRAININGS_COMPLETED(
            TRAININGS,
            "Trainings completed",
            "Cohorts whose training is over.",
            "count of trainings whose state is COMPLETED",
            "trainings",
            "last day of the training"),
    SEATS(
            TRAININGS,
            "Seats",
            "Seats there were in the cohorts whose training is over.",
            "sum of capacity of trainings whose state is COMPLETED",
            "seats",
            "last day of the training"),
    SEATS_FILLED(
            TRAININGS,
            "Seats filled",
            "Seats that officers had in the cohorts whose training is over, whether they came or not; fill is this ÷ seats.",
            "sum of enrolled of trainings whose state is COMPLETED",
            "seats",
            "last day of the training"),
    OFFICERS_COMPLETED(
            TRAININGS,
            "Officers who completed",
            "Officers who attended all four days; completion is this ÷ seats filled.",
            "sum of completed of trainings whose state is COMPLETED",
            "officers",
            "last day of the training"),
    EVALUATIONS_INVITED(
            EVALUATIONS,
            "Officers asked",
            "Officers who were asked what they think of the training, once their answers are in and counted.",
            "sum of invited of closed evaluations of kind COURSE",
            "officers",
            "last day of the training"),
    EVALUATION_RESPONSES(
            EVALUATIONS,
            "Evaluations",
            "Answers of officers who were asked; the response rate is this ÷ officers asked.",
            "sum of responses of closed evaluations of kind COURSE",
            "responses",
            "last day of the training"),
    APPROVALS(
            EVALUATIONS,
            "Approvals",
            "Evaluations that call the training excellent or good; the approval rate is this ÷ evaluations.",
            "sum of EXCELLENT and GOOD of overall of closed evaluations of kind COURSE",
            "responses",
            "last day of the training"),
    TOP_BOX(
            EVALUATIONS,
            "Top box",
            "Evaluations that call the training excellent; the top-box rate is this ÷ evaluations.",
            "sum of EXCELLENT of overall of closed evaluations of kind COURSE",
            "responses",
            "last day of the training");

    public static final List<String> WORDS =
            Arrays.stream(values()).map(Metric::word).toList();

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final MetricGroup group;
    private final String title;
    private final String words;
    private final String formula;
    private final String unit;
    private final String axis;

    Metric(MetricGroup group, String title, String words, String formula, String unit, String axis) {
        this.group = group;
        this.title = title;
        this.words = words;
        this.formula = formula;
        this.unit = unit;
        this.axis = axis;
    }

    public static Optional<Metric> find(String word) {
        return Arrays.stream(values())
                .filter(metric -> metric.word().equals(word))
                .findFirst();
    }

    /** The name in addresses, events and stored cells. */
    public String word() {
        return word;
    }

    public MetricGroup group() {
        return group;
    }

    /** What a page calls it. */
    public String title() {
        return title;
    }

    public String words() {
        return words;
    }

    public String formula() {
        return formula;
    }

    /** Version of the definition. */
    public String version() {
        return "v1";
    }

    public String unit() {
        return unit;
    }

    /** The day a contribution counts on. */
    public String axis() {
        return axis;
    }
}
