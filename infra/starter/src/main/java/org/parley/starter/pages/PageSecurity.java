package org.parley.starter.pages;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.parley.starter.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The chain of the pages: log-in by OpenID Connect, a session, strict headers. */
final class PageSecurity {

    static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final String[] OPEN = {"/assets/**", "/webjars/**", "/_static/**", "/favicon.ico", "/login-failed"};
    private static final String[] OWN = {"/logout", LoginPages.DENIED, "/oauth2/**", "/login/**"};

    private static final String LOGIN = "/oauth2/authorization/" + LoginSettings.REGISTRATION;

    private final PageSettings pages;
    private final LoginSettings login;
    private final ClientRegistrationRepository clients;
    private final Clock clock;
    private final ProblemWriter problems;

    PageSecurity(
            PageSettings pages,
            LoginSettings login,
            ClientRegistrationRepository clients,
            Clock clock,
            ProblemWriter problems) {
        this.pages = pages;
        this.login = login;
        this.clients = clients;
        this.clock = clock;
        this.problems = problems;
    }

    SecurityFilterChain chain(HttpSecurity http) {
        var xsrf = new CookieCsrfTokenRepository();
        xsrf.setCookieName(pages.xsrfCookie());
        return http.securityMatcher(Stream.of(OPEN, OWN, pages.patterns())
                        .flatMap(Stream::of)
                        .toArray(String[]::new))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(OPEN).permitAll();
                    for (var rule : pages.rules()) {
                        requests.requestMatchers(rule.patterns())
                                .hasAnyRole(rule.roles().toArray(String[]::new));
                    }
                    requests.anyRequest().authenticated();
                })
                .csrf(csrf -> csrf.csrfTokenRepository(xsrf))
                .oauth2Login(oauth2 -> oauth2.loginPage(LOGIN)
                        .failureUrl(LoginPages.FAILED)
                        .userInfoEndpoint(user -> user.userAuthoritiesMapper(PageSecurity::roles)))
                .logout(logout -> logout.logoutSuccessHandler(ended()).permitAll())
                .requestCache(cache -> cache.requestCache(thePageItself()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                (request, response, e) -> problems.write(response, LoginPages.signedOut()),
                                PageSecurity::isForJson)
                        .defaultAuthenticationEntryPointFor(new AskToReload(), PageSecurity::isByScript)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LOGIN), AnyRequestMatcher.INSTANCE)
                        .accessDeniedHandler(denied()))
                .addFilterBefore(new TokenEnd(clock), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(csp("'self' " + login.origin())))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                        .crossOriginOpenerPolicy(withDefaults())
                        .frameOptions(frames -> frames.deny()))
                .build();
    }

    private OidcClientInitiatedLogoutSuccessHandler ended() {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    private AccessDeniedHandler denied() {
        var page = new AccessDeniedHandlerImpl();
        page.setErrorPage(LoginPages.DENIED);
        return (request, response, why) -> {
            if (isForJson(request)) {
                problems.write(response, LoginPages.refusal(why, pages));
            } else {
                page.handle(request, response, why);
            }
        };
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

    /** Requests of the pages' scripts, which can't follow a redirect to the issuer. */
    private static boolean isByScript(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return PageErrors.isByHtmx(request)
                || isForJson(request)
                || request.getHeader("Service-Worker") != null
                || (accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
    }

    /** Those of a script that reads data: it wants a problem document, too. No browser asks so for a page. */
    private static boolean isForJson(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.APPLICATION_JSON_VALUE);
    }

    /** After the log-in people come back to the page they wanted, never to what its scripts asked for. */
    @SuppressWarnings("NullAway") // null is how the parameter in the address is switched off
    private HttpSessionRequestCache thePageItself() {
        var paths = PathPatternRequestMatcher.withDefaults();
        RequestMatcher pagesAsked = new OrRequestMatcher(Arrays.stream(pages.patterns())
                .<RequestMatcher>map(pattern -> paths.matcher(HttpMethod.GET, pattern))
                .toList());
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(new AndRequestMatcher(pagesAsked, request -> !isByScript(request)));
        return cache;
    }

    /** @param forms where forms may be sent; the browser follows the log-out form to the issuer only if it is named */
    static String csp(String forms) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "worker-src 'self'",
                "manifest-src 'self'",
                "form-action " + forms,
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }
}
