package org.parley.session.messaging;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.CertificateTerm;

/** An event of enrollment-service about a certificate: issued, or revoked since. */
record CertificateIssued(Certificate certificate) {

    CertificateIssued {
        requireNonNull(certificate);
    }

    /** @param revokedOn the first day on which it doesn't count any more; null while it does */
    record Certificate(
            UUID id,
            UUID officer,
            LocalDate issuedOn,
            LocalDate validUntil,
            @Nullable LocalDate revokedOn) {

        Certificate {
            requireNonNull(id);
            requireNonNull(officer);
            requireNonNull(issuedOn);
            requireNonNull(validUntil);
        }

        LocalDate lastDay() {
            return revokedOn == null || revokedOn.isAfter(validUntil) ? validUntil : revokedOn.minusDays(1);
        }
    }

    CertificateTerm toTerm(long sequence) {
        return new CertificateTerm(
                certificate.id(), sequence, certificate.officer(), certificate.issuedOn(), certificate.lastDay());
    }
}
