package org.parley.starter.pages;

import static org.springframework.security.config.Customizer.withDefaults;

import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The chain of the pages for everybody. They set no cookie and don't look at one: a form takes effect by what is entered
 * in it alone, so there is nothing to forge, and whoever is logged in beside it is nobody here. What leaves such a page,
 * and what stays behind in the browser, doesn't say what was on it.
 */
final class OpenPages {

    private OpenPages() {}

    static SecurityFilterChain chain(HttpSecurity http, List<String> patterns) {
        return http.securityMatcher(anyOf(patterns))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(PageSecurity.csp("'self'")))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy(PageSecurity.PERMISSIONS))
                        .crossOriginOpenerPolicy(withDefaults())
                        .frameOptions(frames -> frames.deny()))
                .build();
    }

    /** None of none, too. */
    private static RequestMatcher anyOf(List<String> patterns) {
        var paths = PathPatternRequestMatcher.withDefaults();
        var matchers = patterns.stream().map(paths::matcher).toList();
        return request -> matchers.stream().anyMatch(matcher -> matcher.matches(request));
    }
}
