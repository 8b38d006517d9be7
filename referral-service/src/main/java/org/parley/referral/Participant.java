package org.parley.referral;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.referral.contacts.Party;

/**
 * A party as the referral knows it without knowing who it is.
 *
 * @param number its place in the submission, from 0
 * @param until when the consent ends by itself; null when it doesn't
 */
public record Participant(
        int number, Agreement agreement, @Nullable Instant until) {

    public enum Agreement {
        GIVEN,
        /** Never: of this party nothing was kept. */
        NOT_GIVEN,
        REVOKED,
        EXPIRED
    }

    static Participant of(int number, Party party, LocalDate today) {
        return party.consentsOn(today)
                ? new Participant(number, Agreement.GIVEN, party.consent().end())
                : new Participant(number, Agreement.NOT_GIVEN, null);
    }

    public boolean agrees() {
        return agreement == Agreement.GIVEN;
    }

    boolean agreesAfter(Instant now) {
        return agrees() && (until == null || until.isAfter(now));
    }

    Participant without(Agreement ended) {
        return new Participant(number, ended, until);
    }
}
