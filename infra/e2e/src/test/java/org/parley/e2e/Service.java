package org.parley.e2e;

import java.util.Locale;

/** The four services. */
enum Service {
    ENROLLMENT,
    SESSION,
    REFERRAL,
    REPORTING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Folder, artifact and consumer group. */
    String module() {
        return word() + "-service";
    }
}
