package org.parley.processes;

import java.util.Locale;

/** The four services. */
public enum Service {
    ENROLLMENT,
    SESSION,
    REFERRAL,
    REPORTING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Folder, artifact and consumer group. */
    public String module() {
        return word() + "-service";
    }
}
