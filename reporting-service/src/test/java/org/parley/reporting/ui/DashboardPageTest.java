package org.parley.reporting.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.reporting.Dimension;
import org.parley.reporting.Figure;
import org.parley.reporting.Metric;
import org.parley.reporting.live.Board;
import org.parley.reporting.live.FigureStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The page and the chain in front of it. */
@WebMvcTest(DashboardController.class)
class DashboardPageTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    Board board;

    @MockitoBean
    FigureStream stream;

    @MockitoBean
    Clock clock;

    @BeforeEach
    void anEmptyBoard() {
        given(clock.instant()).willReturn(NOW);
        given(board.find(any())).willReturn(Optional.empty());
        given(board.figures()).willReturn(Set.of());
    }

    @Test
    void sendsWhoeverIsNotLoggedInToTheIssuer() {
        assertThat(mvc.get().uri("/")).hasStatus(302).redirectedUrl().endsWith("/oauth2/authorization/parley");
        assertThat(mvc.get().uri("/oauth2/authorization/parley"))
                .hasStatus(302)
                .redirectedUrl()
                .contains("/oauth2/authorize", "client_id=reporting-dashboard", "scope=openid%20profile");
    }

    @Test
    void tellsAScriptThatTheSessionIsOver() {
        assertThat(mvc.get().uri("/live").accept(MediaType.TEXT_EVENT_STREAM)).hasStatus(401);
        assertThat(mvc.get().uri("/").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Refresh", "true");
    }

    @Test
    void showsEveryMetricEvenBeforeAnythingIsCounted() {
        assertThat(mvc.get().uri("/").with(login("analyst")))
                .hasStatusOk()
                .bodyText()
                .contains("Referrals submitted", "Arrests avoided", "nothing counted yet", "Definition");
    }

    @Test
    void showsFiguresWithTheirIdsAndTheirTime() {
        var figure = Figure.of(Metric.REFERRALS_SUBMITTED, Dimension.COMMAND, "PCT-075");
        given(board.figures()).willReturn(Set.of(figure));
        given(board.find(figure)).willReturn(Optional.of(TestFigures.event(figure, 1234, NOW)));

        assertThat(mvc.get().uri("/?metric=referrals-submitted&by=command").with(login("analyst")))
                .hasStatusOk()
                .bodyText()
                .contains("75th Precinct", "1,234", "referrals-submitted|all|all|command=PCT-075");
    }

    @Test
    void whatCannotBeSplitThatWayIsShownByDay() {
        assertThat(mvc.get().uri("/?metric=trainings-completed&by=center").with(login("analyst")))
                .hasStatusOk()
                .bodyText()
                .contains("data-by=\"day\"");
    }

    @Test
    void isForStaffOfTheProgrammeOnly() {
        for (var role : List.of("officer", "commander", "center-staff", "precinct-system")) {
            assertThat(mvc.get().uri("/").with(login(role))).hasStatus(403).hasForwardedUrl("/denied");
        }
        for (var role : List.of("analyst", "coordinator", "administrator")) {
            assertThat(mvc.get().uri("/").with(login(role))).hasStatusOk();
        }
    }

    @Test
    void endsTheSessionWhenTheTokenEnds() {
        given(clock.instant()).willReturn(NOW.plus(Duration.ofHours(2)));

        assertThat(mvc.get().uri("/").with(login("analyst"))).hasStatus(302);
    }

    @Test
    void allowsNothingButItsOwnScriptsAndStyles() {
        assertThat(mvc.get().uri("/").with(login("analyst")))
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy.getFirst())
                                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"))
                .containsHeaders("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy");
    }

    @Test
    void logsOutWithTheFormsOwnTokenOnly() {
        assertThat(mvc.post().uri("/logout").with(login("analyst"))).hasStatus(403);
        assertThat(mvc.post().uri("/logout").with(login("analyst")).with(csrf()))
                .hasStatus(302);
    }

    private static RequestPostProcessor login(String role) {
        return oidcLogin()
                .idToken(token -> token.subject(role)
                        .claim("roles", List.of(role))
                        .issuedAt(NOW)
                        .expiresAt(NOW.plus(Duration.ofHours(1))))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }
}
