package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CertificateTest {

    private final Certificate certificate = new Certificate(
            Cohorts.officer(1),
            "PCT-075",
            "BROOKLYN",
            Cohorts.TRAINING,
            "2026-07",
            LocalDate.parse("2026-07-15"),
            LocalDate.parse("2028-07-15"));

    @Test
    void countsUpToItsLastDay() {
        assertThat(certificate.on(LocalDate.parse("2028-07-15"))).isEqualTo(Certificate.Status.VALID);
        assertThat(certificate.on(LocalDate.parse("2028-07-16"))).isEqualTo(Certificate.Status.EXPIRED);
    }
}
