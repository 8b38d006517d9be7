package org.parley.enrollment.ui;

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
        for (var page : List.of("/", "/trainings", "/my-certificates", "/command", "/cohorts")) {
            assertThat(mvc.get().uri(page)).hasStatus(302).redirectedUrl().endsWith("/oauth2/authorization/parley");
        }
        assertThat(mvc.get().uri("/oauth2/authorization/parley"))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith(TestIssuer.uri() + "/oauth2/authorize")
                .contains("client_id=enrollment-pages");
    }

    @Test
    void asksWhoeverChecksACertificateForNoLogIn() {
        assertThat(mvc.get().uri("/certificates/1")).hasStatus(404);
    }

    @Test
    void asksWhoeverHoldsALinkForNoLogIn() {
        for (var page : List.of("/evaluation", "/evaluation/answers", "/evaluation/thanks")) {
            assertThat(mvc.get().uri(page)).hasStatus(404);
        }
        assertThat(mvc.get().uri("/evaluations")).hasStatus(404);
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
        "coordinator, /my-certificates",
        "commander, /my-certificates/1",
        "officer, /cohorts/1/enrollments/1/certificates",
        "officer, /command",
        "coordinator, /command",
        "trainer, /command/enroll",
        "officer, /cohorts",
        "commander, /cohorts/new",
        "officer, /cohorts/1/evaluation",
        "commander, /cohorts/1/evaluation/links",
        "coordinator, /trainings/1/evaluation-link",
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
}
