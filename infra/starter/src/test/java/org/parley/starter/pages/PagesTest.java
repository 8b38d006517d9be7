package org.parley.starter.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebMvcTest(
        controllers = ShelfController.class,
        properties = {
            "parley.login.client-id=shelf-pages",
            "parley.login.client-secret=secret",
            "parley.pages.rules[0].paths=/shelf/**",
            "parley.pages.rules[0].roles=librarian",
            "parley.pages.denied=Only librarians touch the shelf."
        })
class PagesTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(ShelfController.class)
    static class Application {}

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private Clock clock;

    @BeforeEach
    void itIsNow() {
        given(clock.instant()).willReturn(Instant.now());
    }

    @Test
    void standsInTheFrame() {
        assertThat(mvc.get().uri("/shelf").with(librarian()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<title>The shelf</title>",
                        "aria-current=\"page\"",
                        "<meta name=\"mine\"",
                        "/webjars/htmx.org/",
                        "/webjars/picocss__pico/",
                        "name=\"_csrf\"",
                        "Sign out")
                .doesNotContain("@");
    }

    /** What the frame and the scripts beside it name is there. */
    @ParameterizedTest
    @CsvSource({"/assets/pages.css", "/assets/pages.js", "/assets/parley.svg"})
    void opensItsAssetsToEverybody(String asset) {
        assertThat(mvc.get().uri(asset)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "/shelf/7,                                    404, Not found",
        "/shelf/00000000-0000-4000-8000-000000000000, 500, Our fault",
        "/shelf/away,                                 503, Try again",
        "/shelf/mine,                                 403, Only librarians",
    })
    void saysWhatWentWrongInWords(String path, int status, String words) {
        assertThat(mvc.get().uri(path).with(librarian()))
                .hasStatus(status)
                .hasContentTypeCompatibleWith("text/html")
                .bodyText()
                .contains("<title>", words)
                .doesNotContain("canary", "Exception");
    }

    @Test
    void tellsAScriptWhereToSayWhatWasRefused() {
        var post =
                mvc.post().uri("/shelf").param("place", "3").with(librarian()).with(csrf());
        assertThat(post).hasStatus(409).bodyText().contains("<title>", "The place 3 is taken.");
        assertThat(post.header("HX-Request", "true"))
                .hasStatus(409)
                .hasHeader("HX-Retarget", "#message")
                .hasHeader("HX-Push-Url", "false")
                .bodyText()
                .contains("The place 3 is taken.")
                .doesNotContain("<title>", "<main");
    }

    @Test
    void saysWhatAFormLacks() {
        assertThat(mvc.post().uri("/shelf").with(librarian()).with(csrf()))
                .hasStatus(400)
                .hasContentTypeCompatibleWith("text/html");
        assertThat(mvc.post()
                        .uri("/shelf")
                        .param("place", "x")
                        .with(librarian())
                        .with(csrf()))
                .hasStatus(404);
    }

    @Test
    void saysThatAFieldCantBeRead() {
        var notes = mvc.post().uri("/shelf/notes").with(librarian()).with(csrf());
        assertThat(notes.param("a", "b")).hasStatusOk();
        assertThat(notes.param("\u0000", "b"))
                .hasStatus(400)
                .hasContentTypeCompatibleWith("text/html")
                .bodyText()
                .contains("This can&#39;t be read.");
    }

    @Test
    void isClosedToOtherRoles() {
        var reader = oidcLogin().authorities(new SimpleGrantedAuthority("ROLE_reader"));
        assertThat(mvc.get().uri("/shelf").with(reader)).hasStatus(403).hasForwardedUrl("/denied");
        assertThat(mvc.get().uri("/denied").with(reader))
                .hasStatus(403)
                .bodyText()
                .contains("Only librarians touch the shelf.");
        assertThat(mvc.get().uri("/elsewhere").with(librarian())).hasStatus(404);
    }

    @Test
    void saysThatAFormIsTooOldAndNothingWasDone() {
        var denied = mvc.post()
                .uri("/denied")
                .with(librarian())
                .with(csrf())
                .requestAttr(WebAttributes.ACCESS_DENIED_403, new MissingCsrfTokenException("canary"));
        assertThat(denied).hasStatus(403).bodyText().contains("too old").doesNotContain("canary", "Only librarians");
        assertThat(denied.header("HX-Request", "true")).hasStatus(403).hasHeader("HX-Retarget", "#message");
    }

    @Test
    void remembersThePageAndNotWhatItsScriptsAsked() {
        var page = mvc.get().uri("/shelf?row=2").exchange();
        assertThat(page.getRequest().getSession(false)).isNotNull();
        var script = mvc.get().uri("/shelf?row=2").header("HX-Request", "true").exchange();
        assertThat(script).hasStatus(401);
        assertThat(script.getRequest().getSession(false)).isNull();
    }

    @Test
    void answersAScriptThatReadsDataWithProblemsOnly() {
        var page = mvc.get().uri("/shelf").accept(MediaType.APPLICATION_JSON);
        assertThat(page)
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:parley:problem:unauthenticated");
        var reader = oidcLogin().authorities(new SimpleGrantedAuthority("ROLE_reader"));
        assertThat(page.with(reader))
                .hasStatus(403)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("Only librarians touch the shelf.");
        assertThat(mvc.post().uri("/shelf").accept(MediaType.APPLICATION_JSON).with(librarian()))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:parley:problem:page-too-old");
    }

    @Test
    void letsAPageHaveAWorkerAndAManifestOfItsOwn() {
        assertThat(mvc.get().uri("/shelf").with(librarian()))
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy.getFirst())
                                .contains("worker-src 'self'", "manifest-src 'self'", "default-src 'none'"));
    }

    private static RequestPostProcessor librarian() {
        return oidcLogin()
                .idToken(token -> token.subject("anna").expiresAt(Instant.now().plusSeconds(60)))
                .authorities(new SimpleGrantedAuthority("ROLE_librarian"));
    }
}
