package org.parley.session;

/** What happens to an officer-led session without a valid certificate: it is refused, or kept and flagged. */
public enum CertificatePolicy {
    REQUIRE,
    WARN
}
