package org.parley.faults.load;

import java.time.Duration;
import java.util.Set;
import org.parley.faults.load.calls.Patience;

/**
 * How much is asked.
 *
 * @param referralsPerSecond over all ways; everything else follows in proportion
 * @param atOnce how many requests and sends may be under way together
 * @param webhookCenters centers that have an endpoint: they hardly ever acknowledge their inbox, which would keep
 *     webhooks from being delivered
 */
public record Pace(double referralsPerSecond, int atOnce, Patience patience, Set<String> webhookCenters) {

    public static final Pace USUAL = new Pace(10, 64, Patience.USUAL, Set.of("nypi", "cms"));

    private static final double MICRO_INTERVENTIONS = 0.5;
    private static final double OFFICER_SESSIONS = 0.05;
    private static final double TRAININGS = 1 / 60.0;

    public Pace {
        webhookCenters = Set.copyOf(webhookCenters);
        if (referralsPerSecond <= 0) {
            throw new IllegalArgumentException("no referrals per second: " + referralsPerSecond);
        }
    }

    public Pace withReferralsPerSecond(double rate) {
        return new Pace(rate, atOnce, patience, webhookCenters);
    }

    Duration betweenReferrals() {
        return between(1);
    }

    Duration betweenMicroInterventions() {
        return between(MICRO_INTERVENTIONS);
    }

    Duration betweenOfficerSessions() {
        return between(OFFICER_SESSIONS);
    }

    Duration betweenTrainings() {
        return between(TRAININGS);
    }

    private Duration between(double perReferral) {
        return Duration.ofNanos(Math.round(1e9 / (referralsPerSecond * perReferral)));
    }
}
