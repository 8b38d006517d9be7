package org.parley.session;

import java.time.LocalDate;
import java.util.UUID;

/**
 * From when to when an officer is certified, both days included, as enrollment-service tells it.
 *
 * @param sequence of the event that told it; a higher one of the same certificate counts instead
 */
public record CertificateTerm(UUID certificate, long sequence, UUID officer, LocalDate issuedOn, LocalDate validUntil) {

    boolean covers(LocalDate day) {
        return !day.isBefore(issuedOn) && !day.isAfter(validUntil);
    }
}
