package org.parley.enrollment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param certificateMonths how long a certificate is valid, from the last training day on */
@ConfigurationProperties("parley.enrollment")
record EnrollmentSettings(@DefaultValue("24") int certificateMonths) {}
