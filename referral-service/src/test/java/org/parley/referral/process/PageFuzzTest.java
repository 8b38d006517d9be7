package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.referral.ui.Login;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

/** Every form of every page is sent hundreds of times with what nobody would enter: never is it the service that fails. */
@ReferralService
@DirtiesContext // it enters centers and refers disputes as they come
class PageFuzzTest {

    private static final int SENT = 500;

    private static final Pattern FORM =
            Pattern.compile("(?s)<form[^>]*method=\"post\"[^>]*action=\"([^\"]+)\".*?</form>");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"");

    /** Fields that no form has, written as those of lists and of lists of lists are. */
    private static final List<String> MADE_UP = List.of(
            "parties[19].name", "parties[-1].name", "parties[0].name.first", "version[0]", "applies[7]", "a.b.c", "[");

    @LocalServerPort
    private int port;

    private Map<Browser, List<String>> pages;

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
                Browser.of(context, Login.staffOf("nypi")),
                List.of(
                        "/center/referrals/" + offered,
                        "/center/referrals/" + accepted,
                        "/center/referrals/" + held,
                        "/center/endpoint",
                        "/center/deliveries"),
                Browser.of(context, Login.officer(UUID.randomUUID(), "PCT-075")),
                List.of("/precinct/new", "/precinct/referrals/" + accepted),
                Browser.of(context, Login.as("coordinator")),
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
        var found = new HashMap<Browser, Map<String, TreeSet<String>>>();
        pages.forEach((person, paths) -> found.put(person, forms(person, paths)));
        var failed = new ArrayList<String>();
        var forms = new TreeSet<String>();
        found.forEach((person, theirs) -> theirs.forEach((action, fields) -> {
            forms.add(action.replaceAll("[0-9a-f-]{36}", "{id}"));
            for (var entered : entries(List.copyOf(fields))) {
                var status = person.sends(action, entered).getResponse().getStatus();
                if (status >= 500) {
                    failed.add(action + " answers " + status + " to " + entered);
                }
            }
        }));
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

    /** By where they are sent; the second step of an officer's form stands on no page of its own. */
    private static Map<String, TreeSet<String>> forms(Browser person, List<String> paths) {
        var forms = new TreeMap<String, TreeSet<String>>();
        for (var path : paths) {
            collect(person.sees(path), forms);
        }
        if (forms.containsKey("/precinct/new")) {
            var first = Map.of("form", "fuzz", "command", "PCT-075", "type", "NOISE", "applies", "NONE");
            collect(Browser.text(person.sends("/precinct/new", first)), forms);
        }
        forms.remove("/logout");
        return forms;
    }

    private static void collect(String page, Map<String, TreeSet<String>> forms) {
        var form = FORM.matcher(page);
        while (form.find()) {
            var fields = forms.computeIfAbsent(form.group(1), _ -> new TreeSet<>());
            var field = FIELD.matcher(form.group());
            while (field.find()) {
                if (!field.group(1).equals("_csrf")) {
                    fields.add(field.group(1));
                }
            }
        }
    }

    private static List<Map<String, Object>> entries(List<String> fields) {
        var entries = new ArrayList<Map<String, Object>>();
        JqwikSession.run(() -> values().list()
                .ofSize(fields.size() + 1)
                .sampleStream()
                .limit(SENT)
                .forEach(values -> {
                    var entered = new HashMap<String, Object>();
                    for (var place = 0; place < fields.size(); place++) {
                        // Some are left out.
                        if ((values.get(place).hashCode() & 7) != 0) {
                            entered.put(fields.get(place), values.get(place));
                        }
                    }
                    var last = values.getLast();
                    if ((last.hashCode() & 3) == 0) {
                        entered.put(MADE_UP.get(Math.floorMod(last.hashCode(), MADE_UP.size())), last);
                    }
                    entries.add(entered);
                }));
        assertThat(entries).hasSize(SENT);
        return entries;
    }

    private static Arbitrary<Object> values() {
        var near = Arbitraries.<Object>of(
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
        var texts = Arbitraries.strings().ofMaxLength(300).map(text -> (Object) text);
        var single = Arbitraries.frequencyOf(
                Tuple.of(8, near),
                Tuple.of(2, texts),
                Tuple.of(1, Arbitraries.longs().map(number -> (Object) number.toString())),
                Tuple.of(1, Arbitraries.just("x".repeat(20_000)).map(text -> (Object) text)));
        return Arbitraries.frequencyOf(
                Tuple.of(8, single), Tuple.of(1, single.list().ofMaxSize(4).map(many -> (Object) many)));
    }
}
