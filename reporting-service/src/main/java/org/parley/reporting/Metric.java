package org.parley.reporting;

import static org.parley.reporting.Dimension.BUCKET;
import static org.parley.reporting.Dimension.OUTCOME;
import static org.parley.reporting.Dimension.STATE;
import static org.parley.reporting.Dimension.TECHNIQUE;
import static org.parley.reporting.Dimension.TECHNIQUE_GROUP;
import static org.parley.reporting.MetricGroup.CERTIFICATES;
import static org.parley.reporting.MetricGroup.EVALUATIONS;
import static org.parley.reporting.MetricGroup.REFERRALS;
import static org.parley.reporting.MetricGroup.SESSIONS;
import static org.parley.reporting.MetricGroup.TRAININGS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that is counted, with its definition. A definition that changes gets a new version; its words are shown with
 * the figure.
 */
public enum Metric implements Measure {
    REFERRALS_SUBMITTED(
            REFERRALS,
            "Referrals submitted",
            "Referrals that precincts posted, those that screening stopped included; entered in error is not counted.",
            "count of referrals whose state is not ENTERED_IN_ERROR",
            "referrals"),
    REFERRALS_SCREENED_OUT(
            REFERRALS,
            "Referrals screened out",
            "Referrals that met a hard stop of screening and went to no center.",
            "count of referrals whose state is SCREENED_OUT",
            "referrals"),
    REFERRALS_ACCEPTED(
            REFERRALS,
            "Referrals accepted",
            "Referrals that a mediation center took and did not give back, whatever became of them afterwards.",
            "count of referrals with a time of acceptance whose state is not ENTERED_IN_ERROR",
            "referrals"),
    REFERRALS_CLOSED(
            REFERRALS,
            "Referrals closed",
            "Referrals that came to their end at a center, resolved or not; withdrawn ones are not counted.",
            "count of referrals whose state is CLOSED",
            "referrals"),
    SESSIONS_HELD(
            SESSIONS,
            "Sessions held",
            "Full mediation sessions that took place, led by officers or by centers; each sitting counts.",
            "count of sessions whose outcome is not NOT_HELD",
            "sessions"),
    AGREEMENTS(
            SESSIONS,
            "Agreements",
            "Sessions that ended with an agreement on all, most or some of the matters.",
            "count of sessions whose outcome is AGREEMENT_ALL, AGREEMENT_MOST or AGREEMENT_SOME",
            "sessions"),
    MICRO_INTERVENTIONS(
            MetricGroup.MICRO_INTERVENTIONS,
            "Micro-interventions",
            "On-the-spot de-escalations that officers logged.",
            "count of micro-interventions",
            "micro-interventions"),
    ARRESTS_AVOIDED(
            MetricGroup.MICRO_INTERVENTIONS,
            "Arrests avoided",
            "Micro-interventions in which the officer says an arrest was likely, and none was made.",
            "count of micro-interventions with arrestWasLikely and not arrestMade",
            "micro-interventions"),
    OFFICERS_CERTIFIED(
            CERTIFICATES,
            "Officers certified",
            "Certificates issued to officers who attended all four days of a training; a later certificate of the same"
                    + " officer counts again, and one that was revoked since still counts as issued.",
            "count of certificates",
            "certificates"),
    TRAININGS_COMPLETED(
            TRAININGS,
            "Trainings completed",
            "Cohorts whose training is over.",
            "count of trainings whose state is COMPLETED",
            "trainings"),
    SEATS(
            TRAININGS,
            "Seats",
            "Seats there were in the cohorts whose training is over.",
            "sum of capacity of trainings whose state is COMPLETED",
            "seats"),
    SEATS_FILLED(
            TRAININGS,
            "Seats filled",
            "Seats that officers had in the cohorts whose training is over, whether they came or not; fill is this ÷ seats.",
            "sum of enrolled of trainings whose state is COMPLETED",
            "seats"),
    OFFICERS_COMPLETED(
            TRAININGS,
            "Officers who completed",
            "Officers who attended all four days; completion is this ÷ seats filled.",
            "sum of completed of trainings whose state is COMPLETED",
            "officers"),
    EVALUATIONS_INVITED(
            EVALUATIONS,
            "Officers asked",
            "Officers who were asked what they think of the training, once their answers are in and counted.",
            "sum of invited of closed evaluations of kind COURSE",
            "officers"),
    EVALUATION_RESPONSES(
            EVALUATIONS,
            "Evaluations",
            "Answers of officers who were asked; the response rate is this ÷ officers asked.",
            "sum of responses of closed evaluations of kind COURSE",
            "responses"),
    APPROVALS(
            EVALUATIONS,
            "Approvals",
            "Evaluations that call the training excellent or good; the approval rate is this ÷ evaluations.",
            "sum of EXCELLENT and GOOD of overall of closed evaluations of kind COURSE",
            "responses"),
    TOP_BOX(
            EVALUATIONS,
            "Top box",
            "Evaluations that call the training excellent; the top-box rate is this ÷ evaluations.",
            "sum of EXCELLENT of overall of closed evaluations of kind COURSE",
            "responses"),
    REFERRAL_STATES(
            REFERRALS,
            "Referrals by state",
            "Where referrals stand; entered in error is not counted.",
            "count of referrals whose state is not ENTERED_IN_ERROR",
            "referrals",
            STATE),
    REFERRALS_ENGAGED(
            REFERRALS,
            "Referrals engaged within 30 days",
            "Accepted referrals whose center reached the parties, or held a session, within 30 days after submission.",
            "count of referrals-accepted whose contactedAt, or first heldAt of sessions whose outcome is not NOT_HELD, is on"
                    + " the 30th day after submittedAt or before",
            "referrals"),
    REFERRALS_CONCILIATED(
            REFERRALS,
            "Referrals conciliated",
            "Referrals that ended well without a session: resolved before it, or by coaching only.",
            "count of referrals whose state is CLOSED and whose closeReason is RESOLVED_BEFORE_SESSION or COACHING_ONLY",
            "referrals"),
    LOOPS_CLOSED(
            REFERRALS,
            "Loops closed",
            "Referrals that were closed or withdrawn, both of which need a reason: their precinct has learned the end.",
            "count of referrals whose state is CLOSED or WITHDRAWN",
            "referrals"),
    OFFERS_MADE(
            REFERRALS,
            "Offers made",
            "Offers of referrals to mediation centers, each counted for the center it was made to.",
            "count of offers of referrals whose state is not ENTERED_IN_ERROR",
            "offers"),
    OFFERS_ACCEPTED(
            REFERRALS,
            "Offers accepted",
            "Offers that their center took, also if it gave the referral back later.",
            "count of offers whose state is ACCEPTED, of referrals whose state is not ENTERED_IN_ERROR",
            "offers"),
    OFFERS_EXPIRED(
            REFERRALS,
            "Offers expired",
            "Offers that their center let pass without an answer.",
            "count of offers whose state is EXPIRED, of referrals whose state is not ENTERED_IN_ERROR",
            "offers"),
    TIME_TO_ACCEPT(
            REFERRALS,
            "Time to accept",
            "How long it took from submission until the center that has it accepted it.",
            "minutes from submittedAt to acceptedAt of referrals-accepted",
            "minutes",
            BUCKET),
    TIME_TO_FIRST_SESSION(
            REFERRALS,
            "Time to first session",
            "How long it took from submission until the first session held.",
            "minutes from submittedAt to the first heldAt of sessions whose outcome is not NOT_HELD",
            "minutes",
            BUCKET),
    TIME_TO_CLOSE(
            REFERRALS,
            "Time to close",
            "How long it took from submission until a center closed it.",
            "minutes from submittedAt to closedAt of referrals whose state is CLOSED",
            "minutes",
            BUCKET),
    MINUTES_MEDIATED(
            SESSIONS,
            "Minutes mediated",
            "How long the sessions held took together; hours mediated are this ÷ 60.",
            "sum of whole minutes from startedAt to endedAt of sessions whose outcome is not NOT_HELD",
            "minutes"),
    PARTIES_SERVED(
            SESSIONS,
            "Parties served",
            "Parties of the sessions held; whoever comes to two sittings counts twice.",
            "sum of parties of sessions whose outcome is not NOT_HELD",
            "parties"),
    SESSION_OUTCOMES(
            SESSIONS,
            "Sessions by outcome",
            "How sessions ended; those that did not take place are NOT_HELD.",
            "count of sessions",
            "sessions",
            OUTCOME),
    SESSION_TECHNIQUES(
            SESSIONS,
            "Techniques in sessions",
            "Sessions held in which a technique was used; a session counts once for each of its techniques.",
            "count of sessions whose outcome is not NOT_HELD, for each of techniques",
            "uses",
            TECHNIQUE),
    SESSION_TECHNIQUE_GROUPS(
            SESSIONS,
            "Outcomes of sessions by technique group",
            "Sessions held in which a technique of a group was used, and how they ended; a session counts once in each group.",
            "count of sessions whose outcome is not NOT_HELD, for each group of which techniques has one",
            "sessions",
            TECHNIQUE_GROUP,
            OUTCOME),
    SESSION_DURATION(
            SESSIONS,
            "Length of sessions",
            "How long the sessions held took.",
            "minutes from startedAt to endedAt of sessions whose outcome is not NOT_HELD",
            "minutes",
            BUCKET),
    VOLUNTARY_COMPLIANCE(
            MetricGroup.MICRO_INTERVENTIONS,
            "Voluntary compliance",
            "Micro-interventions after which people did of themselves what was asked of them.",
            "count of micro-interventions whose outcome is VOLUNTARY_COMPLIANCE",
            "micro-interventions"),
    ARRESTS_LIKELY(
            MetricGroup.MICRO_INTERVENTIONS,
            "Arrests likely",
            "Micro-interventions in which the officer says an arrest was likely, whether one was made or not.",
            "count of micro-interventions with arrestWasLikely",
            "micro-interventions"),
    MICRO_INTERVENTION_OUTCOMES(
            MetricGroup.MICRO_INTERVENTIONS,
            "Micro-interventions by outcome",
            "How micro-interventions ended.",
            "count of micro-interventions",
            "micro-interventions",
            OUTCOME),
    MICRO_INTERVENTION_TECHNIQUES(
            MetricGroup.MICRO_INTERVENTIONS,
            "Techniques on the street",
            "Micro-interventions in which a technique was used; one counts once for each of its techniques.",
            "count of micro-interventions, for each of techniques",
            "uses",
            TECHNIQUE),
    MICRO_INTERVENTION_TECHNIQUE_GROUPS(
            MetricGroup.MICRO_INTERVENTIONS,
            "Outcomes on the street by technique group",
            "Micro-interventions in which a technique of a group was used, and how they ended; one counts once in each group.",
            "count of micro-interventions, for each group of which techniques has one",
            "micro-interventions",
            TECHNIQUE_GROUP,
            OUTCOME);

    private static final Set<Metric> LIVE = EnumSet.range(REFERRALS_SUBMITTED, TOP_BOX);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final MetricGroup group;
    private final String title;
    private final String words;
    private final String formula;
    private final String unit;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Dimension> details;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Dimension> dimensions;

    Metric(MetricGroup group, String title, String words, String formula, String unit, Dimension... details) {
        this.group = group;
        this.title = title;
        this.words = words;
        this.formula = formula;
        this.unit = unit;
        this.details = List.of(details);
        this.dimensions = Stream.concat(group.dimensions().stream(), this.details.stream())
                .toList();
    }

    public static Optional<Metric> find(String word) {
        return Arrays.stream(values())
                .filter(metric -> metric.word().equals(word))
                .findFirst();
    }

    /** Those that are published as they change: totals, by each one dimension, and by day. */
    public static List<Metric> live() {
        return List.copyOf(LIVE);
    }

    public boolean isLive() {
        return LIVE.contains(this);
    }

    /** Kept by the buckets of a histogram: nothing that is shown as it is, but what percentiles are read from. */
    public boolean isDistribution() {
        return details.contains(BUCKET);
    }

    public MetricGroup group() {
        return group;
    }

    /** What it splits by beside what all of its group do. */
    public List<Dimension> details() {
        return details;
    }

    /** In the order of the values in a {@link Cell}. */
    @Override
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** The name in addresses, events and stored cells. */
    @Override
    public String word() {
        return word;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public String formula() {
        return formula;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public Kind kind() {
        return Kind.COUNT;
    }

    @Override
    public List<Metric> counted() {
        return List.of(this);
    }

    @Override
    public Amount amount(Tally tally) {
        return new Amount.Count(tally.of(this));
    }
}
