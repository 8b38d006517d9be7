package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.parley.enrollment.ui.Login;
import org.parley.testing.ParleyTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

/** Every form of every page is sent hundreds of times with what nobody would enter: never is it the service that fails. */
@ParleyTest
@DirtiesContext // it plans and enrolls as it comes
class PageFuzzTest {

    private static final int SENT = 250;

    private static final Pattern FORM =
            Pattern.compile("(?s)<form[^>]*method=\"post\"[^>]*action=\"([^\"]+)\".*?</form>");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"");

    /** Fields that no form has, written as those of lists and of lists of lists are. */
    private static final List<String> MADE_UP =
            List.of("days[0].date", "hours-1", "hours-", "version[0]", "there[7]", "a.b.c", "[");

    @LocalServerPort
    private int port;

    private final UUID officer = UUID.randomUUID();
    private Map<Browser, List<String>> pages;

    @BeforeEach
    void everybodyHasSomethingToDo(@Autowired WebApplicationContext context) {
        var coordinator = Person.coordinator(port);
        var open = Ahead.opened(coordinator, Ahead.planFor(50));
        var asked = Ahead.opened(coordinator, Ahead.planFor(5));
        Person.officer(port, officer).enrolls(asked, officer);
        var today = Ahead.opened(coordinator, Ahead.beginningToday(5));
        Person.commander(port, "PCT-075").enrolls(today, officer, UUID.randomUUID());
        var running = Ahead.opened(coordinator, Ahead.beginningToday(5));
        var there = UUID.randomUUID();
        Person.commander(port, "PCT-075").enrolls(running, there);
        coordinator.records(running, Ahead.in(0), there);
        var draft = coordinator.creates(Ahead.planFor(5), "fuzz").text("/id");
        pages = Map.of(
                Browser.of(context, Login.officer(officer, "PCT-075")),
                List.of("/trainings", "/trainings/" + open, "/trainings/" + asked, "/trainings/" + today),
                Browser.of(context, Login.commanderOf("PCT-075")),
                List.of("/command", "/command/enroll", enrollment(asked), enrollment(today)),
                Browser.of(context, Login.as("coordinator")),
                List.of(
                        "/cohorts/new",
                        "/cohorts/" + draft,
                        "/cohorts/" + draft + "/plan",
                        "/cohorts/" + running,
                        "/cohorts/" + today + "/days/2/reschedule"),
                Browser.of(context, Login.trainer(Cohorts.TRAINER)),
                List.of("/cohorts/" + running + "/days/1", "/cohorts/" + running + "/make-up"));
    }

    private String enrollment(UUID training) {
        return "/command/trainings/" + training + "/enrollments/" + Ids.enrollment(training, officer);
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
                        "/trainings/{id}/ask",
                        "/trainings/{id}/withdraw",
                        "/trainings/{id}/days/1/sign-in",
                        "/command/enroll",
                        "/command/trainings/{id}/enrollments/{id}/approve",
                        "/command/trainings/{id}/enrollments/{id}/transfer",
                        "/cohorts/new",
                        "/cohorts/{id}/plan",
                        "/cohorts/{id}/open",
                        "/cohorts/{id}/complete",
                        "/cohorts/{id}/days/1",
                        "/cohorts/{id}/days/2/reschedule",
                        "/cohorts/{id}/make-up")
                .hasSizeGreaterThan(14);
        assertThat(failed).isEmpty();
    }

    /** By where they are sent. */
    private static Map<String, TreeSet<String>> forms(Browser person, List<String> paths) {
        var forms = new TreeMap<String, TreeSet<String>>();
        for (var path : paths) {
            collect(person.sees(path), forms);
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

    private List<Map<String, Object>> entries(List<String> fields) {
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

    private Arbitrary<Object> values() {
        var near = Arbitraries.<Object>of(
                "",
                " ",
                "0",
                "1",
                "2",
                "-1",
                "true",
                "false",
                "PCT-075",
                "PCT-999",
                "*",
                "STAFFING",
                "WEATHER",
                "LEAVE",
                "FULL_PROCESS",
                "123456",
                "7.5",
                "NaN",
                "Infinity",
                "1e400",
                "0x1p3",
                "1-1-1-1-1",
                officer.toString(),
                UUID.randomUUID() + "\n" + UUID.randomUUID() + "\r\nnobody",
                Ahead.in(0).toString(),
                Ahead.in(40).toString(),
                "0000-01-01",
                "-0001-01-01",
                "+999999999-12-31",
                "2099-01-01",
                "2026-02-30",
                "09:00",
                "17:00:00.123456789",
                "23:59",
                "25:00",
                "9223372036854775808",
                "2147483647",
                "\u0000",
                "\uD800",
                "<script>");
        var texts = Arbitraries.strings().ofMaxLength(300).map(text -> (Object) text);
        var single = Arbitraries.frequencyOf(
                Tuple.of(12, near),
                Tuple.of(2, texts),
                Tuple.of(1, Arbitraries.longs().map(number -> (Object) number.toString())),
                Tuple.of(1, Arbitraries.just("x".repeat(20_000)).map(text -> (Object) text)));
        return Arbitraries.frequencyOf(
                Tuple.of(8, single), Tuple.of(1, single.list().ofMaxSize(4).map(many -> (Object) many)));
    }
}
