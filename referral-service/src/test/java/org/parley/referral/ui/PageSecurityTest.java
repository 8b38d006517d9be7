package org.parley.referral.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
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
        for (var page : List.of("/", "/center", "/precinct", "/coordination")) {
            assertThat(mvc.get().uri(page)).hasStatus(302).redirectedUrl().endsWith("/oauth2/authorization/parley");
        }
        assertThat(mvc.get().uri("/oauth2/authorization/parley"))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith(TestIssuer.uri() + "/oauth2/authorize")
                .contains("client_id=referral-pages");
    }

    @Test
    void tellsAScriptThatTheSessionIsOver() {
        assertThat(mvc.get().uri("/center").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Refresh", "true");
        assertThat(mvc.get().uri("/center/stream").accept(MediaType.TEXT_EVENT_STREAM))
                .hasStatus(401);
    }

    @ParameterizedTest
    @CsvSource({
        "center-staff, /center",
        "officer, /precinct",
        "commander, /precinct",
        "coordinator, /coordination",
        "administrator, /coordination",
    })
    void leadsEverybodyToTheirWork(String role, String page) {
        assertThat(mvc.get().uri("/").with(Login.as(role))).hasStatus(302).hasRedirectedUrl(page);
    }

    @Test
    void letsThemChooseWhoHaveTwoRoles() {
        var both = SecurityMockMvcRequestPostProcessors.oidcLogin()
                .idToken(token -> token.claim("roles", List.of("center-staff", "coordinator")))
                .authorities(
                        new SimpleGrantedAuthority("ROLE_center-staff"),
                        new SimpleGrantedAuthority("ROLE_coordinator"));
        assertThat(mvc.get().uri("/").with(both))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/center\"", "href=\"/coordination\"")
                .doesNotContain("/precinct");
    }

    @ParameterizedTest
    @CsvSource({
        "officer, /center",
        "coordinator, /center/referrals",
        "center-staff, /precinct",
        "coordinator, /precinct",
        "center-staff, /coordination",
        "commander, /coordination",
        "analyst, /",
        "center-system, /",
        "precinct-system, /",
    })
    void showsNobodyThePagesOfAnotherRole(String role, String page) {
        assertThat(mvc.get().uri(page).with(Login.as(role))).hasStatus(403).hasForwardedUrl("/denied");
    }

    @Test
    void saysWhyAndWhoIsLoggedIn() {
        assertThat(mvc.get().uri("/denied").with(Login.staffOf("nypi")))
                .hasStatus(403)
                .bodyText()
                .contains("not for your", "staff-nypi", "Sign out");
    }

    @Test
    void takesNoFormWithoutItsToken() {
        var login = Login.staffOf("nypi");
        assertThat(mvc.post().uri("/center/referrals/1/accept").with(login)).hasStatus(403);
        assertThat(mvc.post().uri("/logout").with(login)).hasStatus(403);
        assertThat(mvc.post().uri("/logout").with(login).with(csrf())).hasStatus(302);
    }
}
