package org.parley.referral.ui;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.testing.pages.LoggedIn;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The people of the pages. */
public final class Login {

    private Login() {}

    public static RequestPostProcessor staffOf(String center) {
        return as("staff-" + center, "center-staff", Map.of("center", center));
    }

    public static RequestPostProcessor officer(UUID officer, String command) {
        return as("officer", "officer", Map.of("officer", officer.toString(), "command", List.of(command)));
    }

    public static RequestPostProcessor commanderOf(String command) {
        return as("commander", "commander", Map.of("command", List.of(command)));
    }

    public static RequestPostProcessor as(String role) {
        return as(role, role, Map.of());
    }

    public static RequestPostProcessor as(String id, String role, Map<String, Object> claims) {
        return LoggedIn.as(id, role, claims);
    }
}
