package org.parley.session;

/** Whether one of the officers held a certificate on the day of the session. Only officer-led sessions need one. */
public enum CertificateCheck {
    VALID,
    MISSING,
    NOT_REQUIRED
}
