package org.parley.session.ui;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.testing.pages.LoggedIn;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People whose log-in has a name that nothing may be done under. */
public final class Login {

    static final String NAME = "the-name-of-the-log-in";

    private Login() {}

    public static RequestPostProcessor officer(UUID officer) {
        return as("officer", Map.of("officer", officer.toString(), "command", List.of("PCT-075")));
    }

    public static RequestPostProcessor commanderOf(String... commands) {
        return as("commander", Map.of("command", List.of(commands)));
    }

    public static RequestPostProcessor coordinator() {
        return as("coordinator", Map.of());
    }

    public static RequestPostProcessor staffOf(String center) {
        return as("center-staff", Map.of("center", center));
    }

    static RequestPostProcessor as(String role, Map<String, Object> claims) {
        return LoggedIn.as(NAME, role, claims);
    }
}
