package org.parley.session.messaging;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.parley.session.CertificateTerm;

/** An event of enrollment-service about a certificate. */
record CertificateIssued(Certificate certificate) {

    CertificateIssued {
        requireNonNull(certificate);
    }

    record Certificate(UUID id, UUID officer, LocalDate issuedOn, LocalDate validUntil) {

        Certificate {
            requireNonNull(id);
            requireNonNull(officer);
            requireNonNull(issuedOn);
            requireNonNull(validUntil);
        }
    }

    CertificateTerm toTerm(long sequence) {
        return new CertificateTerm(
                certificate.id(), sequence, certificate.officer(), certificate.issuedOn(), certificate.validUntil());
    }
}
