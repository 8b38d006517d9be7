package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.session.Logs.calmedNeighbors;
import static org.parley.session.Logs.mediationOfAnOfficer;
import static org.parley.session.Logs.mediationOfNypi;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.session.ui.Login;
import org.parley.starter.web.Cursor;
import org.parley.testing.ParleyTest;
import org.parley.testing.pages.FormFuzz;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

/** Every form of every page is sent hundreds of times with what nobody would enter: never is it the service that fails. */
@ParleyTest
@DirtiesContext // it logs and voids as it comes
class PageFuzzTest {

    private static final int SENT = 250;

    /** Fields that no form has, written as those of lists and of lists of lists are. */
    private static final List<String> MADE_UP =
            List.of("techniques[0]", "version[0]", "at.at", "form[x]", "[", "a.b.c");

    /** What is almost right somewhere. */
    private static final List<String> NEAR = List.of(
            "",
            " ",
            "0",
            "1",
            "-1",
            "1441",
            "true",
            "false",
            "PCT-075",
            "PCT-999",
            "*",
            "NOISE",
            "CALMED",
            "ARREST",
            "AGREEMENT_ALL",
            "NOT_HELD",
            "NO_SHOW",
            "DUPLICATE",
            "PAUSE",
            UUID.randomUUID().toString(),
            "1-1-1-1-1",
            "2026-11-20T10:00",
            "2026-02-30T10:00",
            "2026-03-08T02:30",
            "-999999999-01-01T00:00",
            "+999999999-12-31T23:59",
            "2026-11",
            "9999-12",
            "0000-01",
            "2026-13",
            "9223372036854775808",
            "\u0000",
            "\uD800",
            "<script>",
            Cursor.of("command/PCT-075", Long.MAX_VALUE, 7, UUID.randomUUID()).text(),
            Cursor.of("command/PCT-075/by-day", Long.MIN_VALUE).text());

    @LocalServerPort
    int port;

    private final UUID officer = UUID.randomUUID();
    private Map<Visitor, List<String>> pages;

    @BeforeEach
    void everybodyHasSomethingToDo(@Autowired WebApplicationContext context) {
        pages = Map.of(
                Visitor.of(context, Login.officer(officer)), List.of(session(officers()), microIntervention()),
                Visitor.of(context, Login.coordinator()), List.of(session(ofCenter()), microIntervention()),
                Visitor.of(context, Login.staffOf("nypi")), List.of("/mediations/new"));
    }

    @Test
    void noFormMakesTheServiceFail() {
        var fuzz = new FormFuzz(SENT, NEAR, MADE_UP);
        var forms = new TreeSet<String>();
        var failed = new ArrayList<String>();
        pages.forEach((person, paths) -> {
            var theirs = FormFuzz.forms(paths.stream().map(person::sees).toList());
            theirs.keySet().forEach(action -> forms.add(action.replaceAll("[0-9a-f-]{36}", "{id}")));
            failed.addAll(fuzz.failures(person, theirs));
        });
        assertThat(forms)
                .containsExactly(
                        "/logs/micro-interventions/{id}/amend",
                        "/logs/micro-interventions/{id}/void",
                        "/logs/sessions/{id}/amend",
                        "/logs/sessions/{id}/void",
                        "/mediations/new");
        assertThat(failed).isEmpty();
    }

    @Test
    void noQueryMakesTheServiceFail(@Autowired WebApplicationContext context) {
        var failed = new ArrayList<String>();
        fails(
                Visitor.of(context, Login.officer(officer)),
                failed,
                "/logs?cursor=",
                "/logs/figures?month=",
                "/logs/figures.csv?month=");
        fails(
                Visitor.of(context, Login.commanderOf("PCT-075")),
                failed,
                "/command-logs?command=",
                "/command-logs?month=",
                "/command-logs?cursor=",
                "/command-logs/figures.csv?command=");
        fails(
                Visitor.of(context, Login.coordinator()),
                failed,
                "/board?command=",
                "/board?command=PCT-075&month=",
                "/board?command=PCT-075&cursor=",
                "/board/figures.csv?command=PCT-075&month=",
                "/board/unmatched?cursor=",
                "/logs/sessions/",
                "/logs/micro-interventions/");
        assertThat(failed).isEmpty();
    }

    private static void fails(Visitor person, List<String> failed, String... queries) {
        for (var query : queries) {
            for (var value : NEAR) {
                var address = query + URLEncoder.encode(value, StandardCharsets.UTF_8);
                if (person.mvc()
                                .get()
                                .uri(URI.create(address))
                                .with(person.person())
                                .exchange()
                                .getResponse()
                                .getStatus()
                        >= 500) {
                    failed.add(address);
                }
            }
        }
    }

    private Map<String, Object> officers() {
        return mediationOfAnOfficer("officers", List.of(officer.toString()), "startedAt", ago(3), "endedAt", ago(2));
    }

    private static Map<String, Object> ofCenter() {
        return mediationOfNypi("startedAt", ago(3), "endedAt", ago(2));
    }

    private String session(Map<String, Object> body) {
        var id = UUID.randomUUID();
        assertThat(Person.coordinator(port).logsSession(id, body).status()).isEqualTo(201);
        return "/logs/sessions/" + id;
    }

    private String microIntervention() {
        var id = UUID.randomUUID();
        var body = calmedNeighbors("officer", officer.toString(), "occurredAt", ago(3));
        assertThat(Person.coordinator(port).logsMicroIntervention(id, body).status())
                .isEqualTo(201);
        return "/logs/micro-interventions/" + id;
    }

    private static String ago(int hours) {
        return Instant.now().minus(Duration.ofHours(hours)).toString();
    }
}
