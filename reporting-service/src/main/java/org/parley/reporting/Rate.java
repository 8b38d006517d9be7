package org.parley.reporting;

import static org.parley.reporting.Metric.AGREEMENTS;
import static org.parley.reporting.Metric.APPROVALS;
import static org.parley.reporting.Metric.ARRESTS_AVOIDED;
import static org.parley.reporting.Metric.ARRESTS_LIKELY;
import static org.parley.reporting.Metric.EVALUATIONS_INVITED;
import static org.parley.reporting.Metric.EVALUATION_RESPONSES;
import static org.parley.reporting.Metric.LOOPS_CLOSED;
import static org.parley.reporting.Metric.MICRO_INTERVENTIONS;
import static org.parley.reporting.Metric.OFFERS_ACCEPTED;
import static org.parley.reporting.Metric.OFFERS_EXPIRED;
import static org.parley.reporting.Metric.OFFERS_MADE;
import static org.parley.reporting.Metric.OFFICERS_COMPLETED;
import static org.parley.reporting.Metric.REFERRALS_ACCEPTED;
import static org.parley.reporting.Metric.REFERRALS_CONCILIATED;
import static org.parley.reporting.Metric.REFERRALS_ENGAGED;
import static org.parley.reporting.Metric.REFERRALS_SUBMITTED;
import static org.parley.reporting.Metric.SEATS;
import static org.parley.reporting.Metric.SEATS_FILLED;
import static org.parley.reporting.Metric.SESSIONS_HELD;
import static org.parley.reporting.Metric.TOP_BOX;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Quotients of counts, made when they are read: of a period, of a split, of everything, never of other rates. */
public enum Rate implements Measure {
    FILL_RATE("Fill", "Of the seats there were, those that officers had.", SEATS_FILLED, SEATS),
    COMPLETION_RATE(
            "Completion",
            "Of the officers who had a seat, those who attended all four days.",
            OFFICERS_COMPLETED,
            SEATS_FILLED),
    RESPONSE_RATE(
            "Response rate",
            "Of the officers who were asked, those who answered.",
            EVALUATION_RESPONSES,
            EVALUATIONS_INVITED),
    APPROVAL_RATE(
            "Approval",
            "Of the officers who answered, those who call the training excellent or good.",
            APPROVALS,
            EVALUATION_RESPONSES),
    TOP_BOX_RATE(
            "Top box",
            "Of the officers who answered, those who call the training excellent.",
            TOP_BOX,
            EVALUATION_RESPONSES),
    AGREEMENT_RATE(
            "Agreement",
            "Of the sessions held, those with an agreement on all, most or some of the matters.",
            AGREEMENTS,
            SESSIONS_HELD),
    AGREEMENT_RATE_WITH_CONCILIATED(
            "Agreement, conciliated cases included",
            "Agreements ÷ sessions held and referrals conciliated, as the state's figure of 2000-01 has them.",
            AGREEMENTS,
            SESSIONS_HELD,
            REFERRALS_CONCILIATED),
    VOLUNTARY_COMPLIANCE_RATE(
            "Voluntary compliance",
            "Of the micro-interventions, those after which people did of themselves what was asked of them.",
            Metric.VOLUNTARY_COMPLIANCE,
            MICRO_INTERVENTIONS),
    ARRESTS_AVOIDED_RATE(
            "Arrests avoided, of those likely",
            "Of the micro-interventions in which an arrest was likely, those in which none was made.",
            ARRESTS_AVOIDED,
            ARRESTS_LIKELY),
    ACCEPTANCE_RATE("Acceptance", "Of the offers made to centers, those they took.", OFFERS_ACCEPTED, OFFERS_MADE),
    EXPIRY_RATE(
            "Expiry",
            "Of the offers made to centers, those they let pass without an answer.",
            OFFERS_EXPIRED,
            OFFERS_MADE),
    ENGAGEMENT_RATE(
            "Engagement within 30 days",
            "Of the referrals accepted, those whose center reached the parties, or held a session, within 30 days after"
                    + " submission.",
            REFERRALS_ENGAGED,
            REFERRALS_ACCEPTED),
    LOOP_CLOSURE_RATE(
            "Loop closure",
            "Of the referrals submitted, screened out or not, those that were closed or withdrawn with a reason.",
            LOOPS_CLOSED,
            REFERRALS_SUBMITTED);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String title;
    private final String words;
    private final Metric numerator;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Metric> denominator;

    Rate(String title, String words, Metric numerator, Metric... denominator) {
        this.title = title;
        this.words = words;
        this.numerator = numerator;
        this.denominator = List.of(denominator);
    }

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
        var below = denominator.stream().map(Metric::word).collect(Collectors.joining(" + "));
        return numerator.word() + " ÷ " + (denominator.size() == 1 ? below : "(" + below + ")");
    }

    @Override
    public String unit() {
        return "share";
    }

    @Override
    public Kind kind() {
        return Kind.RATE;
    }

    @Override
    public List<Dimension> dimensions() {
        return numerator.dimensions();
    }

    @Override
    public List<Metric> counted() {
        var own = Stream.concat(Stream.of(numerator), denominator.stream());
        var beside = beside();
        return (beside == null ? own : Stream.concat(own, beside.counted().stream()))
                .distinct()
                .toList();
    }

    @Override
    public Amount.Quotient amount(Tally tally) {
        var beside = beside();
        return new Amount.Quotient(
                tally.of(numerator),
                denominator.stream().mapToLong(tally::of).sum(),
                beside == null ? null : beside.amount(tally));
    }

    /** What few said is never shown without how few. */
    private @Nullable Rate beside() {
        return this == APPROVAL_RATE || this == TOP_BOX_RATE ? RESPONSE_RATE : null;
    }
}
