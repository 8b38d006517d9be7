package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CertificateTest {

    private final Certificate certificate = Certificate.issued(
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

    @Test
    void countsNoLongerFromTheDayItIsRevoked() {
        var revoked = certificate.revoke(LocalDate.parse("2027-03-01"));

        assertThat(revoked.on(LocalDate.parse("2027-02-28"))).isEqualTo(Certificate.Status.VALID);
        assertThat(revoked.on(LocalDate.parse("2027-03-01"))).isEqualTo(Certificate.Status.REVOKED);
        assertThat(revoked.on(LocalDate.parse("2028-07-16"))).isEqualTo(Certificate.Status.REVOKED);
        assertThat(revoked.revoke(LocalDate.parse("2027-04-01"))).isEqualTo(revoked);
    }

    @Test
    void isDueForRenewalOnceAndNotWhenRevoked() {
        var due = certificate.renewalDue(LocalDate.parse("2028-04-16"));

        assertThat(due.renewalDueOn()).isEqualTo("2028-04-16");
        assertThat(due.renewalDue(LocalDate.parse("2028-04-17"))).isEqualTo(due);
        var revoked = certificate.revoke(LocalDate.parse("2027-03-01"));
        assertThat(revoked.renewalDue(LocalDate.parse("2028-04-16"))).isEqualTo(revoked);
    }
}
