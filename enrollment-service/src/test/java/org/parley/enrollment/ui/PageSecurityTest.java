package org.parley.enrollment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who gets to which page, and how. */
@WebMvcTest(StartController.class)
class PageSecurityTest {

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
    void sendsWhoeverIsNotLoggedInToTheIssuer() {
        for (var page : List.of("/", "/trainings", "/command", "/cohorts")) {
            assertThat(mvc.get().uri(page)).hasStatus(302).redirectedUrl().endsWith("/oauth2/authorization/parley");
        }
        assertThat(mvc.get().uri("/oauth2/authorization/parley"))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith(TestIssuer.uri() + "/oauth2/authorize")
                .contains("client_id=enrollment-pages");
    }

    @Test
    void tellsAScriptThatTheSessionIsOver() {
        assertThat(mvc.get().uri("/cohorts").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Refresh", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "officer, /trainings",
        "commander, /command",
        "coordinator, /cohorts",
        "trainer, /cohorts",
    })
    void leadsEverybodyToTheirWork(String role, String page) {
        assertThat(mvc.get().uri("/").with(Login.as(role))).hasStatus(302).hasRedirectedUrl(page);
    }

    @Test
    void letsThemChooseWhoHaveTwoRoles() {
        var both = SecurityMockMvcRequestPostProcessors.oidcLogin()
                .idToken(token -> token.claim("roles", List.of("officer", "trainer")))
                .authorities(new SimpleGrantedAuthority("ROLE_officer"), new SimpleGrantedAuthority("ROLE_trainer"));
        assertThat(mvc.get().uri("/").with(both))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/trainings\"", "href=\"/cohorts\"")
                .doesNotContain("/command");
    }

    @ParameterizedTest
    @CsvSource({
        "commander, /trainings",
        "coordinator, /trainings",
        "trainer, /trainings/1",
        "officer, /command",
        "coordinator, /command",
        "trainer, /command/enroll",
        "officer, /cohorts",
        "commander, /cohorts/new",
        "center-staff, /",
        "analyst, /",
        "administrator, /",
    })
    void showsNobodyThePagesOfAnotherRole(String role, String page) {
        assertThat(mvc.get().uri(page).with(Login.as(role))).hasStatus(403).hasForwardedUrl("/denied");
    }

    @Test
    void saysWhyAndWhoIsLoggedIn() {
        assertThat(mvc.get().uri("/denied").with(Login.as("coordinator")))
                .hasStatus(403)
                .bodyText()
                .contains("not for your", "coordinator", "Sign out");
    }

    @Test
    void takesNoFormWithoutItsToken() {
        var login = Login.as("coordinator");
        assertThat(mvc.post().uri("/cohorts/1/open").with(login)).hasStatus(403);
        assertThat(mvc.post().uri("/logout").with(login)).hasStatus(403);
        assertThat(mvc.post().uri("/logout").with(login).with(csrf())).hasStatus(302);
    }

    @Test
    void endsTheSessionWhenTheTokenEnds() {
        given(clock.instant()).willReturn(Instant.now().plus(Duration.ofHours(2)));

        assertThat(mvc.get().uri("/").with(Login.as("coordinator")))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/oauth2/authorization/parley");
    }

    @Test
    void hasCookiesOfItsOwn() {
        var page = mvc.get().uri("/denied").with(Login.as("coordinator")).exchange();
        assertThat(page).cookies().containsCookie("enrollment-service-xsrf");
    }

    /** A browser sends its cookie by itself, whoever made it ask: so the session of the pages opens nothing else. */
    @Test
    void keepsTheDoorsOfPagesAndApiApart() {
        var user = new DefaultOidcUser(
                AuthorityUtils.createAuthorityList("ROLE_coordinator"),
                OidcIdToken.withTokenValue("token")
                        .subject("coordinator")
                        .claim("roles", List.of("coordinator"))
                        .expiresAt(Instant.now().plusSeconds(60))
                        .build());
        var session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new OAuth2AuthenticationToken(user, user.getAuthorities(), "parley")));

        assertThat(mvc.get().uri("/").session(session)).hasStatus(302).hasRedirectedUrl("/cohorts");
        assertThat(mvc.get().uri("/v1/trainings").session(session)).hasStatus(401);

        var token = TestIssuer.token("coordinator", "coordinator");
        assertThat(mvc.get().uri("/").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/oauth2/authorization/parley");
    }

    @Test
    void allowsNothingButItsOwnScriptsAndStyles() {
        assertThat(mvc.get().uri("/denied").with(Login.as("coordinator")))
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy.getFirst())
                                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"))
                .containsHeaders("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy");
    }
}
