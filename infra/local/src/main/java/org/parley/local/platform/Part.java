package org.parley.local.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the platform consists of, in the order of starting. */
enum Part {
    ISSUER(8080, "ISSUER", null),
    STORE(27017, "STORE", null),
    BROKER(9092, "KAFKA", null),
    ENROLLMENT(8081, "ENROLLMENT", "enrollment-service"),
    SESSION(8082, "SESSION", "session-service"),
    REFERRAL(8083, "REFERRAL", "referral-service"),
    REPORTING(8084, "REPORTING", "reporting-service");

    private final int usualPort;
    private final String setting;
    private final @Nullable String module;

    Part(int usualPort, String setting, @Nullable String module) {
        this.usualPort = usualPort;
        this.setting = "PARLEY_PORT_" + setting;
        this.module = module;
    }

    int usualPort() {
        return usualPort;
    }

    /** The environment variable that moves it to another port. */
    String setting() {
        return setting;
    }

    /** Folder and name of the jar of a service; nothing for the parts of this module. */
    @Nullable
    String module() {
        return module;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Part named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
