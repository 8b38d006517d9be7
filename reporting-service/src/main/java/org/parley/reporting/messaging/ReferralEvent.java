package org.parley.reporting.messaging;

import static java.util.Objects.requireNonNull;
import static org.parley.reporting.Metric.LOOPS_CLOSED;
import static org.parley.reporting.Metric.OFFERS_ACCEPTED;
import static org.parley.reporting.Metric.OFFERS_EXPIRED;
import static org.parley.reporting.Metric.OFFERS_MADE;
import static org.parley.reporting.Metric.REFERRALS_ACCEPTED;
import static org.parley.reporting.Metric.REFERRALS_CLOSED;
import static org.parley.reporting.Metric.REFERRALS_CONCILIATED;
import static org.parley.reporting.Metric.REFERRALS_ENGAGED;
import static org.parley.reporting.Metric.REFERRALS_SCREENED_OUT;
import static org.parley.reporting.Metric.REFERRALS_SUBMITTED;
import static org.parley.reporting.Metric.REFERRAL_STATES;
import static org.parley.reporting.Metric.TIME_TO_ACCEPT;
import static org.parley.reporting.Metric.TIME_TO_CLOSE;
import static org.parley.reporting.Metric.TIME_TO_FIRST_SESSION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Contribution;
import org.parley.reporting.NewYork;

/**
 * What is counted of a referral. Its center is the one that accepted it, before that the one that has the open offer. A
 * center that gave it back has never accepted it, as far as figures go. An offer counts for the center it was made to.
 */
record ReferralEvent(Referral referral) implements Counted {

    private static final int DAYS_TO_ENGAGE = 30;
    private static final Set<String> CONCILIATED = Set.of("RESOLVED_BEFORE_SESSION", "COACHING_ONLY");

    ReferralEvent {
        requireNonNull(referral);
    }

    record Referral(
            String state,
            String command,
            String borough,
            String type,
            Instant submittedAt,
            List<Offer> offers,
            @Nullable String center,
            @Nullable Instant acceptedAt,
            @Nullable Instant contactedAt,
            List<Sitting> sessions,
            @Nullable Instant closedAt,
            @Nullable String closeReason) {

        Referral {
            requireNonNull(state);
            requireNonNull(command);
            requireNonNull(borough);
            requireNonNull(type);
            requireNonNull(submittedAt);
            offers = List.copyOf(offers);
            sessions = List.copyOf(sessions);
        }

        String with() {
            return center != null
                    ? center
                    : offers.stream()
                            .filter(offer -> offer.state().equals("PENDING"))
                            .map(Offer::center)
                            .findFirst()
                            .orElse("");
        }

        Optional<Instant> firstSession() {
            return sessions.stream()
                    .filter(session -> !session.outcome().equals("NOT_HELD"))
                    .map(Sitting::heldAt)
                    .min(Comparator.naturalOrder());
        }

        /** By a session, or by reaching the parties, whichever was first. */
        boolean isEngagedBy(LocalDate day) {
            return Stream.concat(Stream.ofNullable(contactedAt), firstSession().stream())
                    .anyMatch(at -> !NewYork.day(at).isAfter(day));
        }
    }

    record Offer(String center, String state) {
        Offer {
            requireNonNull(center);
            requireNonNull(state);
        }
    }

    record Sitting(String outcome, Instant heldAt) {
        Sitting {
            requireNonNull(outcome);
            requireNonNull(heldAt);
        }
    }

    @Override
    public Contribution contribution() {
        if (referral.state().equals("ENTERED_IN_ERROR")) {
            return Contribution.NONE;
        }
        var adding = Contribution.on(NewYork.day(referral.submittedAt()), at(referral.with()))
                .one(REFERRALS_SUBMITTED)
                .one(REFERRAL_STATES, referral.state());
        if (referral.state().equals("SCREENED_OUT")) {
            adding.one(REFERRALS_SCREENED_OUT);
        }
        referral.firstSession().ifPresent(held -> adding.took(TIME_TO_FIRST_SESSION, referral.submittedAt(), held));
        accepted(adding);
        ended(adding);
        referral.offers().forEach(offer -> offered(adding.at(at(offer.center())), offer));
        return adding.done();
    }

    private List<String> at(String center) {
        return List.of(referral.borough(), referral.command(), center, referral.type());
    }

    private void accepted(Contribution.Adding adding) {
        if (referral.acceptedAt() != null) {
            adding.one(REFERRALS_ACCEPTED).took(TIME_TO_ACCEPT, referral.submittedAt(), referral.acceptedAt());
            if (referral.isEngagedBy(NewYork.day(referral.submittedAt()).plusDays(DAYS_TO_ENGAGE))) {
                adding.one(REFERRALS_ENGAGED);
            }
        }
    }

    private void ended(Contribution.Adding adding) {
        switch (referral.state()) {
            case "CLOSED" -> {
                adding.one(REFERRALS_CLOSED).one(LOOPS_CLOSED);
                if (referral.closeReason() != null && CONCILIATED.contains(referral.closeReason())) {
                    adding.one(REFERRALS_CONCILIATED);
                }
                if (referral.closedAt() != null) {
                    adding.took(TIME_TO_CLOSE, referral.submittedAt(), referral.closedAt());
                }
            }
            case "WITHDRAWN" -> adding.one(LOOPS_CLOSED);
            default -> {
                // It goes on, or was never on its way.
            }
        }
    }

    private static void offered(Contribution.Adding adding, Offer offer) {
        adding.one(OFFERS_MADE);
        switch (offer.state()) {
            case "ACCEPTED" -> adding.one(OFFERS_ACCEPTED);
            case "EXPIRED" -> adding.one(OFFERS_EXPIRED);
            default -> {
                // Declined, withdrawn, or still open.
            }
        }
    }
}
