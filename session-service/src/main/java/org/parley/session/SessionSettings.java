package org.parley.session;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param certificatePolicy what happens to an officer-led session without a valid certificate */
@ConfigurationProperties("parley.session")
record SessionSettings(@DefaultValue("WARN") CertificatePolicy certificatePolicy) {}
