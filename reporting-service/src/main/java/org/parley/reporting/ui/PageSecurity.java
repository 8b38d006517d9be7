package org.parley.reporting.ui;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The chain of the page, in front of the one for the API: log-in by OpenID Connect, a session, strict headers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginSettings.class)
class PageSecurity {

    private static final String[] OPEN = {"/assets/**", "/webjars/**", "/_static/**", "/favicon.ico", "/login-failed"};
    private static final String[] PAGE = {"/", "/live", "/logout", "/denied", "/oauth2/**", "/login/**"};

    private static final String LOGIN = "/oauth2/authorization/" + LoginSettings.REGISTRATION;

    @Bean
    ClientRegistrationRepository clientRegistrations(LoginSettings login) {
        return new InMemoryClientRegistrationRepository(login.registration());
    }

    @Bean
    @Order(5)
    SecurityFilterChain pageChain(
            HttpSecurity http, LoginSettings login, ClientRegistrationRepository clients, Clock clock) {
        var cookie = new CookieCsrfTokenRepository();
        // Ports of one host share cookies, so each app of the platform has names of its own.
        cookie.setCookieName("PARLEY_REPORTING_XSRF");
        return http.securityMatcher(Stream.of(OPEN, PAGE).flatMap(Stream::of).toArray(String[]::new))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .hasAnyRole("analyst", "coordinator", "administrator"))
                .csrf(csrf -> csrf.csrfTokenRepository(cookie))
                .oauth2Login(oauth2 -> oauth2.loginPage(LOGIN)
                        .failureUrl("/login-failed")
                        .userInfoEndpoint(user -> user.userAuthoritiesMapper(PageSecurity::roles)))
                .logout(logout -> logout.logoutSuccessHandler(ended(clients)).permitAll())
                .requestCache(cache -> cache.requestCache(thePageItself()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new AskToReload(), PageSecurity::isByScript)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LOGIN), AnyRequestMatcher.INSTANCE)
                        .accessDeniedPage("/denied"))
                .addFilterBefore(new TokenEnd(clock), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(csp(login)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                        .crossOriginOpenerPolicy(withDefaults())
                        .frameOptions(frames -> frames.deny()))
                .build();
    }

    private static OidcClientInitiatedLogoutSuccessHandler ended(ClientRegistrationRepository clients) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    /** The role words of the log-in, as the API's chain has them from a token. */
    private static Collection<? extends GrantedAuthority> roles(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .filter(OidcUserAuthority.class::isInstance)
                .flatMap(one ->
                        ((OidcUserAuthority) one).getIdToken().getClaims().getOrDefault("roles", List.of())
                                        instanceof Collection<?> roles
                                ? roles.stream()
                                : Stream.empty())
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    /** Requests of the page's scripts, which can't follow a redirect to the issuer. */
    private static boolean isByScript(HttpServletRequest request) {
        return request.getRequestURI().equals("/live") || request.getHeader("HX-Request") != null;
    }

    /** After the log-in people come back to the page they wanted, never to what its scripts asked for. */
    @SuppressWarnings("NullAway") // null is how the parameter in the address is switched off
    private static HttpSessionRequestCache thePageItself() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> request.getRequestURI().equals("/") && !isByScript(request));
        return cache;
    }

    private static String csp(LoginSettings login) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                // The browser follows the log-out form to the issuer only if it is named.
                "form-action 'self' " + login.origin(),
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }
}
