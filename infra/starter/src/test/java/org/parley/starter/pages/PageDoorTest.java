package org.parley.starter.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.TestIssuer;
import org.parley.testing.pages.LoggedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What every service's pages have at their door; who gets to which page is each service's own. */
@WebMvcTest(
        controllers = ShelfController.class,
        properties = {
            "spring.application.name=shelf-service",
            "parley.login.client-id=shelf-pages",
            "parley.login.client-secret=secret",
            "parley.pages.open=/window",
            "parley.pages.rules[0].paths=/shelf/**",
            "parley.pages.rules[0].roles=librarian"
        })
@ContextConfiguration(classes = PagesTest.Application.class)
class PageDoorTest {

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("parley.issuer", TestIssuer::uri);
    }

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private Clock clock;

    @BeforeEach
    void itIsNow() {
        given(clock.instant()).willReturn(Instant.now());
    }

    @Test
    void endsTheSessionWhenTheTokenEnds() {
        assertThat(mvc.get().uri("/shelf").with(LoggedIn.as("librarian"))).hasStatusOk();
        given(clock.instant()).willReturn(Instant.now().plus(Duration.ofHours(2)));

        assertThat(mvc.get().uri("/shelf").with(LoggedIn.as("librarian")))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/oauth2/authorization/parley");
    }

    @Test
    void takesNoFormWithoutItsToken() {
        var login = LoggedIn.as("librarian");
        assertThat(mvc.post().uri("/shelf").with(login)).hasStatus(403);
        assertThat(mvc.post().uri("/logout").with(login)).hasStatus(403);
        assertThat(mvc.post().uri("/logout").with(login).with(csrf())).hasStatus(302);
    }

    @Test
    void hasCookiesOfTheServicesOwn() {
        var page = mvc.get().uri("/denied").with(LoggedIn.as("librarian")).exchange();
        assertThat(page).cookies().containsCookie("shelf-service-xsrf");
    }

    /** A browser sends its cookie by itself, whoever made it ask: so the session of the pages opens nothing else. */
    @Test
    void keepsTheDoorsOfPagesAndApiApart() {
        var session = sessionOfALibrarian();

        assertThat(mvc.get().uri("/shelf").session(session)).hasStatusOk();
        assertThat(mvc.get().uri("/v1/things?page=1").session(session)).hasStatus(401);

        var token = TestIssuer.token("librarian", List.of("librarian"), Map.of());
        assertThat(mvc.get().uri("/shelf").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/oauth2/authorization/parley");
    }

    @Test
    void letsEverybodyToAPageForEverybodyAndSeesNobodyThere() {
        assertThat(mvc.get().uri("/shelf").session(sessionOfALibrarian()))
                .hasStatusOk()
                .bodyText()
                .contains("Sign out", "_csrf");
        for (var asked : List.of(mvc.get().uri("/window"), mvc.post().uri("/window"))) {
            var page = asked.session(sessionOfALibrarian()).exchange();
            assertThat(page).hasStatusOk().bodyText().contains("<title>").doesNotContain("Sign out", "_csrf");
            assertThat(page)
                    .hasHeader("Referrer-Policy", "no-referrer")
                    .headers()
                    .doesNotContainHeader("Set-Cookie")
                    .hasHeaderSatisfying(
                            "Cache-Control", kept -> assertThat(kept.getFirst()).contains("no-store"))
                    .hasHeaderSatisfying(
                            "Content-Security-Policy",
                            policy -> assertThat(policy.getFirst())
                                    .contains("default-src 'none'", "form-action 'self';")
                                    .doesNotContain("unsafe"));
        }
        assertThat(mvc.get().uri("/window").exchange().getRequest().getSession(false))
                .isNull();
        assertThat(mvc.get().uri("/window/2")).hasStatus(404);
    }

    @Test
    void allowsNothingButItsOwnScriptsAndStyles() {
        assertThat(mvc.get().uri("/denied").with(LoggedIn.as("librarian")))
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy.getFirst())
                                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"))
                .containsHeaders("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy");
    }

    private static MockHttpSession sessionOfALibrarian() {
        var user = new DefaultOidcUser(
                AuthorityUtils.createAuthorityList("ROLE_librarian"),
                OidcIdToken.withTokenValue("token")
                        .subject("librarian")
                        .claim("roles", List.of("librarian"))
                        .expiresAt(Instant.now().plusSeconds(60))
                        .build());
        var session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new OAuth2AuthenticationToken(user, user.getAuthorities(), "parley")));
        return session;
    }
}
