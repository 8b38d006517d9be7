package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.enrollment.ui.Login;
import org.parley.testing.ParleyTest;
import org.parley.testing.pages.FormFuzz;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

/** Every form of every page is sent hundreds of times with what nobody would enter: never is it the service that fails. */
@ParleyTest
@DirtiesContext // it plans and enrolls as it comes
class PageFuzzTest {

    private static final int SENT = 250;

    /** Fields that no form has, written as those of lists and of lists of lists are. */
    private static final List<String> MADE_UP =
            List.of("days[0].date", "hours-1", "hours-", "version[0]", "there[7]", "a.b.c", "[");

    @LocalServerPort
    private int port;

    private final UUID officer = UUID.randomUUID();
    private Map<Visitor, List<String>> pages;
    private Visitor anybody;
    private String link;

    @BeforeEach
    void everybodyHasSomethingToDo(@Autowired WebApplicationContext context) {
        var coordinator = Person.coordinator(port);
        var held = Certified.since(port, 40, officer);
        Client.coordinator(port)
                .post(
                        "/v1/officers:import?dryRun=false",
                        "tax_number,name,rank,command,nco\n7900001,Lee Fuzz,PO,PCT-075,false\n",
                        "text/csv")
                .is(200);
        // before the officer has a seat elsewhere
        var over = completed(coordinator);
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
        anybody = Visitor.of(context, request -> request);
        link = Client.coordinator(port)
                .post("/v1/trainings/" + over + "/evaluation-links")
                .text("/tokens/0");
        pages = Map.of(
                anybody,
                List.of("/evaluation"),
                Visitor.of(context, Login.officer(officer, "PCT-075")),
                List.of(
                        "/trainings",
                        "/trainings/" + open,
                        "/trainings/" + asked,
                        "/trainings/" + today,
                        "/trainings/" + over),
                Visitor.of(context, Login.commanderOf("PCT-075")),
                List.of("/command", "/command/enroll", enrollment(asked), enrollment(today)),
                Visitor.of(context, Login.as("coordinator")),
                List.of(
                        "/cohorts/new",
                        "/cohorts/" + draft,
                        "/cohorts/" + draft + "/plan",
                        "/cohorts/" + running,
                        "/cohorts/" + held + "/enrollments/" + Ids.enrollment(held, officer) + "/certificates",
                        "/cohorts/" + over + "/evaluation",
                        "/cohorts/" + over + "/evaluation?kind=FOLLOW_UP",
                        "/cohorts/" + today + "/days/2/reschedule"),
                Visitor.of(context, Login.trainer(Cohorts.TRAINER)),
                List.of("/cohorts/" + running + "/days/1", "/cohorts/" + running + "/make-up"));
    }

    /** So long ago that it is followed up. */
    private UUID completed(Person coordinator) {
        var days = List.of(Ahead.in(-120), Ahead.in(-119), Ahead.in(-118), Ahead.in(-117));
        var training = Ahead.opened(
                coordinator,
                Cohorts.plan("over", 5, days.stream().map(Cohorts::nineToFive).toList()));
        coordinator.enrolls(training, officer);
        days.forEach(day -> coordinator.records(training, day, officer));
        coordinator.completes(training);
        return training;
    }

    private String enrollment(UUID training) {
        return "/command/trainings/" + training + "/enrollments/" + Ids.enrollment(training, officer);
    }

    @Test
    void noFormMakesTheServiceFail() {
        var fuzz = new FormFuzz(SENT, near(), MADE_UP);
        var forms = new TreeSet<String>();
        var failed = new ArrayList<String>();
        // all before any is sent, for one takes away what another is for
        var theirs = new HashMap<Visitor, SortedMap<String, SortedSet<String>>>();
        pages.forEach((person, paths) -> theirs.put(person, forms(person, paths)));
        theirs.get(anybody)
                .putAll(FormFuzz.forms(List.of(Visitor.text(anybody.sends("/evaluation", Map.of("link", link))))));
        theirs.forEach((person, all) -> {
            all.keySet().forEach(action -> forms.add(action.replaceAll("[0-9a-f-]{36}", "{id}")));
            failed.addAll(fuzz.failures(person, all));
        });
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
                        "/cohorts/{id}/enrollments/{id}/certificates/{id}/revoke",
                        "/cohorts/{id}/make-up",
                        "/cohorts/{id}/evaluation/links?kind=FOLLOW_UP",
                        "/cohorts/{id}/evaluation/close?kind=COURSE",
                        "/trainings/{id}/evaluation-link?kind=FOLLOW_UP",
                        "/evaluation",
                        "/evaluation/answers")
                .hasSizeGreaterThan(20);
        assertThat(failed).isEmpty();
    }

    private static SortedMap<String, SortedSet<String>> forms(Visitor person, List<String> paths) {
        return FormFuzz.forms(paths.stream().map(person::sees).toList());
    }

    /** What is almost right somewhere. */
    private List<String> near() {
        return List.of(
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
                link,
                "GOOD",
                "WEEKLY",
                "REDUCED_ARRESTS",
                "FOLLOW_UP",
                "LEAVE",
                "ISSUED_IN_ERROR",
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
    }
}
