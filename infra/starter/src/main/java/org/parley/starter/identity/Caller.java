package org.parley.starter.identity;

import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * Who calls, from the token's claims. A controller method can take one as a parameter.
 *
 * @param id the client or the user (claim `sub`)
 * @param roles role words (claim `roles`)
 */
public record Caller(String id, Set<String> roles, Map<String, Object> claims) {

    /** Stands in a scope claim for every value. */
    public static final String ANY = "*";

    public Caller {
        roles = Set.copyOf(roles);
        claims = Map.copyOf(claims);
    }

    public static Caller from(String id, Map<String, Object> claims) {
        return new Caller(id, texts(claims.get("roles")), claims);
    }

    /** From a bearer token or from a log-in; empty for anybody else. */
    public static Optional<Caller> of(@Nullable Principal user) {
        return user instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof ClaimAccessor token
                ? Optional.of(from(authentication.getName(), token.getClaims()))
                : Optional.empty();
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public boolean isAny(String... some) {
        return Set.of(some).stream().anyMatch(roles::contains);
    }

    /** Whether a scope claim, one value or several, names this value or all. */
    public boolean covers(String claim, String value) {
        var scope = texts(claims.get(claim));
        return scope.contains(value) || scope.contains(ANY);
    }

    /** A claim that has exactly one value. */
    public Optional<String> claim(String name) {
        var values = texts(claims.get(name));
        return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
    }

    /** A claim that has exactly one value, which is an opaque id; empty also when it is none. */
    public Optional<UUID> uuid(String name) {
        try {
            return claim(name).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** When the token ends, and with it what was opened by it; empty when it doesn't say. */
    public Optional<Instant> expires() {
        return claims.get("exp") instanceof Instant end ? Optional.of(end) : Optional.empty();
    }

    /** All values of a scope claim. */
    public Set<String> scope(String name) {
        return texts(claims.get(name));
    }

    private static Set<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
            default -> Set.of(String.valueOf(claim));
        };
    }
}
