package org.parley.enrollment.ui;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Certificate;
import org.parley.enrollment.Certificates;

/**
 * A certificate as pages show it.
 *
 * @param today the day for which the status is told, since paper lasts longer
 * @param revoked the day on which it was revoked; null where it wasn't
 */
record CertificateLine(
        UUID id,
        String cohort,
        String status,
        String means,
        String today,
        String issued,
        String until,
        @Nullable String revoked) {

    static CertificateLine of(Certificates.Issued issued, LocalDate today) {
        var certificate = issued.certificate();
        var status = certificate.on(today);
        return new CertificateLine(
                issued.id(),
                certificate.cohort(),
                word(status),
                means(status, DayLine.date(certificate.validUntil())),
                DayLine.date(today),
                DayLine.date(certificate.issuedOn()),
                DayLine.date(certificate.validUntil()),
                Optional.ofNullable(certificate.revokedOn()).map(DayLine::date).orElse(null));
    }

    private static String word(Certificate.Status status) {
        return switch (status) {
            case VALID -> "Valid";
            case EXPIRED -> "Expired";
            case REVOKED -> "Revoked";
        };
    }

    private static String means(Certificate.Status status, String until) {
        return switch (status) {
            case VALID -> "Valid until " + until + ".";
            case EXPIRED -> "It was valid until " + until + ".";
            case REVOKED -> "It was taken back and counts no longer. It would have been valid until " + until + ".";
        };
    }
}
