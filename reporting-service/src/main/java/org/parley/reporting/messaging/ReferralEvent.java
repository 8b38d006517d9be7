package org.parley.reporting.messaging;

import static java.util.Objects.requireNonNull;
import static org.parley.reporting.Metric.REFERRALS_ACCEPTED;
import static org.parley.reporting.Metric.REFERRALS_CLOSED;
import static org.parley.reporting.Metric.REFERRALS_SCREENED_OUT;
import static org.parley.reporting.Metric.REFERRALS_SUBMITTED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Contribution;
import org.parley.reporting.NewYork;

/**
 * What is counted of a referral. Its center is the one that accepted it, before that the one that has the open offer. A
 * center that gave it back has never accepted it, as far as figures go.
 */
record ReferralEvent(Referral referral) implements Counted {

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
            @Nullable Instant acceptedAt) {

        Referral {
            requireNonNull(state);
            requireNonNull(command);
            requireNonNull(borough);
            requireNonNull(type);
            requireNonNull(submittedAt);
            offers = List.copyOf(offers);
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
    }

    record Offer(String center, String state) {
        Offer {
            requireNonNull(center);
            requireNonNull(state);
        }
    }

    @Override
    public Contribution contribution() {
        if (referral.state().equals("ENTERED_IN_ERROR")) {
            return Contribution.NONE;
        }
        var metrics = EnumSet.of(REFERRALS_SUBMITTED);
        if (referral.state().equals("SCREENED_OUT")) {
            metrics.add(REFERRALS_SCREENED_OUT);
        }
        if (referral.acceptedAt() != null) {
            metrics.add(REFERRALS_ACCEPTED);
        }
        if (referral.state().equals("CLOSED")) {
            metrics.add(REFERRALS_CLOSED);
        }
        return Contribution.counting(
                metrics,
                NewYork.day(referral.submittedAt()),
                List.of(referral.borough(), referral.command(), referral.with(), referral.type()));
    }
}
