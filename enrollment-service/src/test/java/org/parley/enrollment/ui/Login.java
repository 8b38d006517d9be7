package org.parley.enrollment.ui;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Requests of people who are logged in, for an hour, as the issuer of the platform would have it. */
public final class Login {

    private Login() {}

    public static RequestPostProcessor officer(UUID officer, String command) {
        return as("officer", "officer", Map.of("officer", officer.toString(), "command", List.of(command)));
    }

    public static RequestPostProcessor trainer(UUID trainer) {
        return as("trainer", "trainer", Map.of("trainer", trainer.toString()));
    }

    public static RequestPostProcessor commanderOf(String command) {
        return as("commander", "commander", Map.of("command", List.of(command)));
    }

    public static RequestPostProcessor as(String role) {
        return as(role, role, Map.of());
    }

    public static RequestPostProcessor as(String id, String role, Map<String, Object> claims) {
        var all = new HashMap<>(claims);
        all.put("roles", List.of(role));
        var now = Instant.now();
        return oidcLogin()
                .idToken(token -> token.subject(id)
                        .claims(told -> told.putAll(all))
                        .issuedAt(now)
                        .expiresAt(now.plus(Duration.ofHours(1))))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }
}
