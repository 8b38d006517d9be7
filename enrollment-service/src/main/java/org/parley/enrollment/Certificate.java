package org.parley.enrollment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer's certificate. It counts from the day it is issued on to the day it is valid until, both included, unless it
 * is revoked: then up to the day before.
 *
 * @param renewalDueOn the day on which it was found to end soon; null before, so that it is told once
 */
public record Certificate(
        UUID officer,
        String command,
        String borough,
        UUID training,
        String cohort,
        LocalDate issuedOn,
        LocalDate validUntil,
        @Nullable LocalDate renewalDueOn,
        @Nullable LocalDate revokedOn) {

    /** What anybody may learn of a certificate. */
    public enum Status {
        VALID,
        EXPIRED,
        REVOKED
    }

    static Certificate issued(
            UUID officer,
            String command,
            String borough,
            UUID training,
            String cohort,
            LocalDate on,
            LocalDate validUntil) {
        return new Certificate(officer, command, borough, training, cohort, on, validUntil, null, null);
    }

    public Status on(LocalDate day) {
        if (revokedOn != null && !day.isBefore(revokedOn)) {
            return Status.REVOKED;
        }
        return day.isAfter(validUntil) ? Status.EXPIRED : Status.VALID;
    }

    boolean isRevoked() {
        return revokedOn != null;
    }

    /** For ever; the first day stands. */
    Certificate revoke(LocalDate day) {
        return isRevoked() ? this : with(renewalDueOn, day);
    }

    /** Of one that counts no longer nothing is due. */
    Certificate renewalDue(LocalDate day) {
        return isRevoked() || renewalDueOn != null ? this : with(day, revokedOn);
    }

    private Certificate with(@Nullable LocalDate nextRenewalDueOn, @Nullable LocalDate nextRevokedOn) {
        return new Certificate(
                officer, command, borough, training, cohort, issuedOn, validUntil, nextRenewalDueOn, nextRevokedOn);
    }
}
