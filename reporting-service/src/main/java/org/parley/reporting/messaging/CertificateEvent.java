package org.parley.reporting.messaging;

import static java.util.Objects.requireNonNull;
import static org.parley.reporting.Metric.OFFICERS_CERTIFIED;

import java.time.LocalDate;
import java.util.List;
import org.parley.reporting.Contribution;

/** What is counted of a certificate. */
record CertificateEvent(Certificate certificate) implements Counted {

    CertificateEvent {
        requireNonNull(certificate);
    }

    record Certificate(String command, String borough, String cohort, LocalDate issuedOn) {
        Certificate {
            requireNonNull(command);
            requireNonNull(borough);
            requireNonNull(cohort);
            requireNonNull(issuedOn);
        }
    }

    @Override
    public Contribution contribution() {
        return Contribution.counting(
                List.of(OFFICERS_CERTIFIED),
                certificate.issuedOn(),
                List.of(certificate.borough(), certificate.command(), certificate.cohort()));
    }
}
