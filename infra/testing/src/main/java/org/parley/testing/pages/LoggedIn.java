package org.parley.testing.pages;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Requests of people who are logged in, for an hour, as the issuer of the platform would have it. */
public final class LoggedIn {

    private LoggedIn() {}

    public static RequestPostProcessor as(String role) {
        return as(role, role, Map.of());
    }

    public static RequestPostProcessor as(String id, String role, Map<String, Object> claims) {
        return as(id, role, claims, Instant.now());
    }

    /** @param now by a service's clock that may have been put forward */
    public static RequestPostProcessor as(String id, String role, Map<String, Object> claims, Instant now) {
        var all = new HashMap<>(claims);
        all.put("roles", List.of(role));
        return oidcLogin()
                .idToken(token -> token.subject(id)
                        .claims(told -> told.putAll(all))
                        .issuedAt(now)
                        .expiresAt(now.plus(Duration.ofHours(1))))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }
}
