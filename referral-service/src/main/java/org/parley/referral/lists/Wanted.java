package org.parley.referral.lists;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Referral;
import org.parley.referral.Urgency;

/**
 * Which referrals a reader wants to see; null and empty where it doesn't matter.
 *
 * @param from the first day of submission, in New York
 * @param to the last one, included
 */
public record Wanted(
        Set<Referral.State> states,
        @Nullable String type,
        @Nullable Urgency urgency,
        @Nullable UUID officer,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final Wanted ALL = new Wanted(Set.of(), null, null, null, null, null);

    private static final ZoneId CITY = ZoneId.of("America/New_York");

    public Wanted {
        states = Set.copyOf(states);
    }

    public static Wanted of(@Nullable Set<Referral.State> states, @Nullable String type, @Nullable Urgency urgency) {
        return new Wanted(states == null ? Set.of() : states, type, urgency, null, null, null);
    }

    public static Wanted ofOfficer(UUID officer) {
        return new Wanted(Set.of(), null, null, officer, null, null);
    }

    /** Whether only open ones are, as is so unless states are named. */
    public boolean areOpen() {
        return states.stream().allMatch(Referral.State::isOpen);
    }

    boolean isMetBy(Referral referral) {
        var dispute = referral.dispute();
        return (states.isEmpty() || states.contains(referral.state()))
                && (type == null || type.equals(dispute.type()))
                && (urgency == null || urgency == dispute.urgency())
                && (officer == null || officer.equals(dispute.officer()))
                && isMetOn(dispute.submittedAt().atZone(CITY).toLocalDate());
    }

    private boolean isMetOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
