package org.parley.session.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    MockMvcTester mvc;

    @MockitoBean
    Clock clock;

    @BeforeEach
    void itIsNow() {
        given(clock.instant()).willReturn(Instant.now());
    }

    @Test
    void sendsWhoeverIsNotLoggedInToTheIssuer() {
        for (var page : List.of(
                "/",
                "/logs",
                "/logs/figures",
                "/logs/figures.csv",
                "/logs/sessions/1",
                "/logs/micro-interventions/1",
                "/command-logs",
                "/command-logs/figures.csv",
                "/board",
                "/board/unmatched",
                "/board/figures.csv")) {
            assertThat(mvc.get().uri(page)).hasStatus(302).redirectedUrl().endsWith("/oauth2/authorization/parley");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "officer, /log",
        "commander, /command-logs",
        "coordinator, /board",
        "center-staff, /mediations/new",
    })
    void leadsEverybodyToTheirPage(String role, String page) {
        assertThat(mvc.get().uri("/").with(Login.as(role, Map.of())))
                .hasStatus(302)
                .hasRedirectedUrl(page);
    }

    @Test
    void letsThemChooseWhoHaveTwoRoles() {
        var both = SecurityMockMvcRequestPostProcessors.oidcLogin()
                .idToken(token -> token.claim("roles", List.of("officer", "commander")))
                .authorities(new SimpleGrantedAuthority("ROLE_officer"), new SimpleGrantedAuthority("ROLE_commander"));
        assertThat(mvc.get().uri("/").with(both))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/log\"", "href=\"/logs\"", "href=\"/command-logs\"")
                .doesNotContain("/board");
    }

    @ParameterizedTest
    @CsvSource({
        "commander, /logs",
        "coordinator, /logs",
        "coordinator, /logs/figures",
        "coordinator, /logs/figures.csv",
        "commander, /logs/sessions/1",
        "center-staff, /logs/sessions/1",
        "commander, /logs/micro-interventions/1",
        "officer, /command-logs",
        "coordinator, /command-logs",
        "officer, /command-logs/figures.csv",
        "officer, /board",
        "commander, /board",
        "commander, /board/figures.csv",
        "commander, /board/unmatched",
        "center-staff, /board/unmatched",
        "analyst, /",
        "analyst, /board",
        "administrator, /board",
        "center-system, /logs",
    })
    void showsNobodyThePagesOfAnotherRole(String role, String page) {
        assertThat(mvc.get().uri(page).with(Login.as(role, Map.of("command", List.of("*")))))
                .hasStatus(403)
                .hasForwardedUrl("/denied");
    }

    @Test
    void takesNoFormWithoutItsToken() {
        for (var form : List.of("/logs/sessions/1/amend", "/logs/micro-interventions/1/void")) {
            assertThat(mvc.post().uri(form).with(Login.coordinator())).hasStatus(403);
            assertThat(mvc.post().uri(form).with(Login.commanderOf("PCT-075")).with(csrf()))
                    .hasStatus(403);
        }
    }
}
