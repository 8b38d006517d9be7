package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.referral.ui.Login;
import org.parley.testing.pages.FormFuzz;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

/** Every form of every page is sent hundreds of times with what nobody would enter: never is it the service that fails. */
@ReferralService
@DirtiesContext // it enters centers and refers disputes as they come
class PageFuzzTest {

    private static final int SENT = 500;

    /** Fields that no form has, written as those of lists and of lists of lists are. */
    private static final List<String> MADE_UP = List.of(
            "parties[19].name", "parties[-1].name", "parties[0].name.first", "version[0]", "applies[7]", "a.b.c", "[");

    /** What is almost right somewhere. */
    private static final List<String> NEAR = List.of(
            "",
            " ",
            "0",
            "1",
            "2",
            "-1",
            "true",
            "false",
            "NOISE",
            "NONE",
            "WEAPON",
            "PCT-075",
            "en",
            "nypi",
            "NO_CAPACITY",
            "DUPLICATE",
            "TEST",
            "PARTY_UNAVAILABLE",
            "BROOKLYN",
            "2026-11-01T01:30",
            "2026-03-08T02:30",
            "+999999999-12-31T23:59",
            "2099-01-01",
            "2026-02-30",
            "09:00-17:00",
            "25:00-26:00",
            "9223372036854775808",
            "1e400",
            "http://127.0.0.1:1/x",
            "http://[::1",
            "https://u:p@example.org/",
            "whsec_AAAA",
            "a@b",
            "718 555 0142",
            "+1 718 555 0142;ext=9",
            "\u0000",
            "\uD800",
            "<script>");

    @LocalServerPort
    private int port;

    private Map<Visitor, List<String>> pages;

    @BeforeEach
    void everybodyHasSomethingToDo(@Autowired WebApplicationContext context) {
        var nypi = Center.of(port, "nypi");
        nypi.registers("http://127.0.0.1:1/nobody").is(200);
        var offered = refers("offered");
        var accepted = refers("accepted");
        nypi.accepts(accepted).is(200);
        var held = refers("held");
        nypi.accepts(held).is(200);
        nypi.api()
                .post(
                        "/v1/centers/nypi/referrals/" + held + "/hold",
                        "{\"reason\": \"PARTY_UNAVAILABLE\", \"until\": \"%s\"}".formatted(inAWeek()))
                .is(200);
        var unplaced = refers("unplaced");
        nypi.declines(unplaced, "NO_CAPACITY").is(200);
        Center.of(port, "rhpp").declines(unplaced, "NO_CAPACITY").is(200);
        pages = Map.of(
                Visitor.of(context, Login.staffOf("nypi")),
                List.of(
                        "/center/referrals/" + offered,
                        "/center/referrals/" + accepted,
                        "/center/referrals/" + held,
                        "/center/endpoint",
                        "/center/deliveries"),
                Visitor.of(context, Login.officer(UUID.randomUUID(), "PCT-075")),
                List.of("/precinct/new", "/precinct/referrals/" + accepted),
                Visitor.of(context, Login.as("coordinator")),
                List.of(
                        "/coordination/referrals/" + unplaced,
                        "/coordination/centers/nypi",
                        "/coordination/centers/new"));
    }

    private static String inAWeek() {
        return Instant.now().plus(Duration.ofDays(7)).toString();
    }

    private UUID refers(String reference) {
        return Precinct.of(port, "PCT-075")
                .posts(Precinct.between("page-fuzz-" + reference, "Pat", "Alex"))
                .is(201)
                .id();
    }

    @Test
    void noFormMakesTheServiceFail() {
        var fuzz = new FormFuzz(SENT, NEAR, MADE_UP);
        var forms = new TreeSet<String>();
        var failed = new ArrayList<String>();
        pages.forEach((person, paths) -> {
            var theirs = forms(person, paths);
            theirs.keySet().forEach(action -> forms.add(action.replaceAll("[0-9a-f-]{36}", "{id}")));
            failed.addAll(fuzz.failures(person, theirs));
        });
        assertThat(forms)
                .contains(
                        "/precinct/new",
                        "/precinct/referrals",
                        "/center/referrals/{id}/accept",
                        "/center/referrals/{id}/schedule",
                        "/center/referrals/{id}/transfer",
                        "/coordination/referrals/{id}/place",
                        "/coordination/centers")
                .hasSizeGreaterThan(18);
        assertThat(failed).isEmpty();
    }

    /** The second step of an officer's form stands on no page of its own. */
    private static SortedMap<String, SortedSet<String>> forms(Visitor person, List<String> paths) {
        var seen = new ArrayList<>(paths.stream().map(person::sees).toList());
        if (paths.contains("/precinct/new")) {
            var first = Map.of("form", "fuzz", "command", "PCT-075", "type", "NOISE", "applies", "NONE");
            seen.add(Visitor.text(person.sends("/precinct/new", first)));
        }
        return FormFuzz.forms(seen);
    }
}
