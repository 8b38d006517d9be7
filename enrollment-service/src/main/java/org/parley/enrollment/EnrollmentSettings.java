package org.parley.enrollment;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param certificateMonths how long a certificate is valid, from the last training day on
 * @param renewalDays how long before its last day it is told that it ends
 */
@ConfigurationProperties("parley.enrollment")
record EnrollmentSettings(
        @DefaultValue("24") int certificateMonths,
        @DefaultValue("90") int renewalDays) {

    LocalDate renewalFrom(Certificate certificate) {
        return certificate.validUntil().minusDays(renewalDays);
    }
}
