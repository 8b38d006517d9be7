package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.enrollment.ui.Login;
import org.parley.testing.ParleyTest;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Coordinators, who plan cohorts, and trainers, who record who was there. */
@ParleyTest
class CohortPagesTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @LocalServerPort
    int port;

    private final UUID officer = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private Visitor coordinator;
    private Visitor trainer;
    private Visitor stranger;
    private Person api;
    private Person commander;

    @BeforeEach
    void logIn(@Autowired WebApplicationContext context) {
        coordinator = Visitor.of(context, Login.as("coordinator"));
        trainer = Visitor.of(context, Login.trainer(Cohorts.TRAINER));
        stranger = Visitor.of(context, Login.trainer(UUID.randomUUID()));
        api = Person.coordinator(port);
        commander = Person.commander(port, "PCT-075");
    }

    @Test
    void aCoordinatorPlansACohortAndOpensIt() {
        var fields = plan(30);
        fields.put("days-1-end", "08:00");
        fields.put("cohort", "no blanks");
        assertThat(coordinator.sends("/cohorts/new", fields))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "id=\"days-1-end-wrong\"",
                        "This must be after start.",
                        "id=\"cohort-wrong\"",
                        "value=\"no blanks\"");
        fields.put("days-1-end", "17:00");
        fields.put("cohort", "planned");
        fields.put("key", UUID.randomUUID().toString());

        var planned = coordinator.sends("/cohorts/new", fields);
        var page = planned.getResponse().getRedirectedUrl();
        assertThat(coordinator.sends("/cohorts/new", fields)).hasRedirectedUrl(page);
        assertThat(coordinator.sees("/cohorts")).contains("Cohort planned");
        fields.put("capacity", "31");
        assertThat(coordinator.sends("/cohorts/new", fields)).hasStatus(409);

        assertThat(coordinator.sends(page + "/open", Map.of("version", "1")))
                .hasStatus(409)
                .bodyText()
                .contains("Name a trainer first.");
        fields.put("trainers", Cohorts.TRAINER.toString());
        fields.put("version", version(coordinator, page + "/plan"));
        assertThat(coordinator.sends(page + "/plan", fields)).hasStatus(302);
        assertThat(coordinator.sends(page + "/plan", fields)).hasStatus(409);
        assertThat(coordinator.sends(page + "/open", Map.of("version", version(coordinator, page))))
                .hasStatus(302);
        assertThat(coordinator.sees(page)).contains("Open", "0 of 31 seats", Cohorts.TRAINER.toString());
    }

    @Test
    void theBoardShowsARosterAndALineInOrder() {
        var training = Ahead.opened(api, Ahead.planFor(1));
        var third = UUID.randomUUID();
        commander.enrolls(training, officer, other, third);

        assertThat(coordinator.sees("/cohorts")).contains(page(training), "1 of 1 seats", "2 wait");
        assertThat(coordinator.sees(page(training)))
                .containsSubsequence(
                        "id=\"roster\"",
                        officer.toString(),
                        "Waiting list, in order",
                        other.toString(),
                        third.toString());
    }

    @Test
    void whoTakesAttendanceFindsOfficersByNameAndTheirFormerCommanderDoesNot(@Autowired WebApplicationContext context) {
        var roster = "tax_number,name,rank,command,nco\n7700001,Jo Named,PO,PCT-075,false\n";
        var named = Client.coordinator(port)
                .post("/v1/officers:import?dryRun=false", roster, "text/csv")
                .is(200)
                .text("/items/0/officer");
        var training = Ahead.opened(api, Ahead.beginningToday(5));
        commander.enrolls(training, UUID.fromString(named), other);
        var desk = Visitor.of(context, Login.commanderOf("PCT-075"));

        assertThat(trainer.sees(page(training))).contains("Jo Named (" + named.substring(0, 8) + ")", other.toString());
        assertThat(trainer.sees(page(training) + "/days/1")).contains("Jo Named");
        assertThat(coordinator.sees(page(training))).contains("Jo Named");
        assertThat(desk.sees("/command")).contains("Jo Named");
        assertThat(Visitor.of(context, Login.officer(other, "PCT-075")).sees("/trainings/" + training))
                .doesNotContain("Jo Named");
        Client.coordinator(port)
                .post("/v1/officers/" + named + "/move", Map.of("command", "PCT-110"))
                .is(200);
        assertThat(desk.sees("/command")).contains(named).doesNotContain("Jo Named");
        assertThat(trainer.sees(page(training))).contains("Jo Named");
    }

    @Test
    void aTrainerRecordsADayAndCorrectsIt() {
        var training = running(Ahead.beginningToday(5));
        var day = page(training) + "/days/1";

        assertThat(attends(day, "0", Map.of(officer, "8", other, "99")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"hours-" + other + "-wrong\"", "at most the day&#39;s")
                .doesNotContain("id=\"hours-" + officer + "-wrong\"");
        assertThat(attends(day, "0", Map.of(officer, ""))).hasStatus(422);
        assertThat(attends(day, "0", Map.of(officer, "8", other, "7.5"))).hasStatus(302);
        assertThat(attends(day, version(trainer, day), Map.of(officer, "6"))).hasStatus(302);
        assertThat(trainer.sees(day)).contains("0 h → 8 h, then 8 h → 6 h", "0 h → 7.5 h, then 7.5 h → 0 h");
        assertThat(trainer.sees(page(training))).contains("6 h");
    }

    /** The form was opened before the officer signed in; sent as it was, it would say the officer was not there. */
    @Test
    void aTrainerWipesOutNoSignInUnseen() {
        var training = running(Ahead.beginningToday(5));
        var day = page(training) + "/days/1";
        var seen = version(trainer, day);
        Person.officer(port, officer)
                .signsIn(training, 1, api.readsCode(training, 1).text("/code"));

        assertThat(attends(day, seen, Map.of(other, "8")))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else was faster.");
        // not by way of a mistake either: the form that is shown again is still for what was seen
        assertThat(attends(day, seen, Map.of(other, "")))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"" + seen + "\"");
        assertThat(Roster.text(api, training, officer, "/days/0/number")).isEqualTo("1");
    }

    @Test
    void aDayToComeHasNoAttendance() {
        var training = running(Ahead.beginningToday(5));
        var day = page(training) + "/days/2";

        assertThat(trainer.sees(day)).contains("when its day has come").doesNotContain("<form class=\"attendance\"");
        assertThat(attends(day, "0", Map.of(other, "8")))
                .hasStatus(409)
                .bodyText()
                .contains("when its day has come");
        assertThat(Roster.text(api, training, other, "/days/0/number")).isEmpty();
    }

    @Test
    void theCodeOfThisMinuteIsShownOnItsDayOnly() {
        var training = running(Ahead.beginningToday(5));

        assertThat(trainer.sees(page(training) + "/days/1/code"))
                .contains(api.readsCode(training, 1).text("/code"), "hx-trigger=\"every 5s\"")
                .contains("hx-get=\"" + page(training) + "/days/1/code\"");
        assertThat(trainer.sees(page(training) + "/days/2/code")).contains("There is a code on this day only");
        assertThat(trainer.asks(page(training) + "/days/5/code")).hasStatus(404);
    }

    @Test
    void aGuestMakesUpADay() {
        var own = running(Ahead.beginningToday(5));
        trainer.sends(page(own) + "/days/1", Map.of("version", "0", "there", other, "hours-" + other, "8"));
        var here = Ahead.opened(api, Ahead.beginningToday(5));
        var form = page(here) + "/make-up";
        assertThat(trainer.sees(form)).contains("value=\"" + own + "\"");

        assertThat(trainer.sends(
                        page(Ahead.opened(api, Ahead.planFor(5))) + "/make-up",
                        Map.of("officer", officer, "from", own, "day", "1", "hours", "8")))
                .as("a day that has yet to come")
                .hasStatus(409)
                .bodyText()
                .contains("when its day has come");

        assertThat(trainer.sends(form, Map.of("officer", UUID.randomUUID(), "from", own, "day", "1", "hours", "8")))
                .hasStatus(422)
                .bodyText()
                .contains("not on that cohort&#39;s roster");
        assertThat(trainer.sends(form, Map.of("officer", "me", "day", "9", "hours", "NaN")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"day-wrong\"", "id=\"make-up-hours-wrong\"", "id=\"make-up-from-wrong\"");
        assertThat(trainer.sends(form, Map.of("officer", other, "from", own, "day", "1", "hours", "8")))
                .hasStatus(409)
                .bodyText()
                .contains("The officer was there on that day.");
        assertThat(trainer.sends(form, Map.of("officer", officer, "from", own, "day", "1", "hours", "8")))
                .hasStatus(302);
        assertThat(Roster.text(api, own, officer, "/days/0/madeUpIn")).isEqualTo(here.toString());
    }

    @Test
    void aGuestIsChosenByNameFromTheReadersOwnCohorts(@Autowired WebApplicationContext context) {
        var roster = "tax_number,name,rank,command,nco\n7700002,Pat Guest,PO,PCT-075,false\n";
        var guest = UUID.fromString(Client.coordinator(port)
                .post("/v1/officers:import?dryRun=false", roster, "text/csv")
                .is(200)
                .text("/items/0/officer"));
        var dates = Certified.datesSince(30);
        var own = Ahead.opened(
                api,
                Cohorts.plan("own", 5, dates.stream().map(Cohorts::nineToFive).toList()));
        commander.enrolls(own, guest, officer);
        dates.subList(1, 4).forEach(date -> api.records(own, date, guest));
        api.completes(own);
        var here = Ahead.opened(api, Ahead.beginningToday(5));
        var form = page(here) + "/make-up";
        var missed = own + "/" + guest + "/1";

        assertThat(trainer.sees(form))
                .contains("Pat Guest (" + guest.toString().substring(0, 8) + "), cohort own, day 1", missed)
                .contains(own + "/" + officer + "/1")
                .doesNotContain(own + "/" + officer + "/2", own + "/" + guest + "/2");
        // who runs this cohort only, has no names of others'
        var other = UUID.randomUUID();
        var theirs = new TrainingPlan(
                "theirs",
                5,
                Ahead.beginningToday(5).days(),
                List.of(other),
                List.of(CurriculumPart.values()),
                null,
                null);
        var elsewhere = page(Ahead.opened(api, theirs)) + "/make-up";
        assertThat(Visitor.of(context, Login.trainer(other)).sees(elsewhere))
                .doesNotContain("Pat Guest", guest.toString());
        assertThat(coordinator.sees(elsewhere)).contains("Pat Guest");

        assertThat(trainer.sends(form, Map.of("guest", "", "hours", "x")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"guest-guest-wrong\"", "id=\"guest-hours-wrong\"");
        assertThat(trainer.sends(form, Map.of("guest", own + "/" + UUID.randomUUID() + "/1", "hours", "8")))
                .hasStatus(422)
                .bodyText()
                .contains("not on that cohort&#39;s roster");
        assertThat(trainer.sends(form, Map.of("guest", own + "/" + guest + "/3", "hours", "8")))
                .hasStatus(409);
        assertThat(trainer.sends(form, Map.of("guest", missed, "hours", "8"))).hasStatus(302);
        assertThat(Roster.state(api, own, guest)).isEqualTo("COMPLETED");
        assertThat(trainer.sees(form)).doesNotContain(missed);
    }

    @Test
    void aCoordinatorReschedulesCancelsAndCompletes() {
        var training = running(Ahead.planFor(5));
        var day = page(training) + "/days/2/reschedule";
        var fields = new HashMap<String, Object>(
                Map.of("date", Ahead.in(21), "start", "10:00", "end", "18:00", "venue", "ROOM-9"));
        fields.put("version", version(coordinator, day));
        assertThat(coordinator.sends(day, fields)).hasStatus(422).bodyText().contains("id=\"date-wrong\"");
        fields.put("date", Ahead.in(22));
        assertThat(coordinator.sends(day, fields)).hasStatus(302);
        assertThat(coordinator.sees(page(training))).contains("ROOM-9", "10 AM – 6 PM");
        assertThat(coordinator.sends(day, fields)).hasStatus(409);

        assertThat(coordinator.sends(page(training) + "/complete", Map.of("version", now(training))))
                .hasStatus(409)
                .bodyText()
                .contains("No attendance has been recorded yet.");
        assertThat(coordinator.sends(page(training) + "/cancel", Map.of("version", now(training))))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"cancel-reason-wrong\"");
        assertThat(coordinator.sends(page(training) + "/cancel", Map.of("version", "1", "reason", "WEATHER")))
                .hasStatus(409);
        assertThat(coordinator.sends(page(training) + "/cancel", Map.of("version", now(training), "reason", "WEATHER")))
                .hasStatus(302);
        assertThat(coordinator.sees(page(training))).contains("Cancelled", "Does not take place: ", "Weather");

        var held = running(Ahead.beginningToday(5));
        trainer.sends(page(held) + "/days/1", Map.of("version", "0", "there", officer, "hours-" + officer, "8"));
        assertThat(coordinator.sends(page(held) + "/complete", Map.of("version", now(held))))
                .hasStatus(302);
        assertThat(coordinator.sees(page(held))).contains("Completed", "Incomplete", "Was not there");
    }

    @Test
    void aTrainerHasTheirOwnCohortsAndPlansNone() {
        var training = running(Ahead.beginningToday(5));
        var draft = UUID.fromString(
                api.creates(Ahead.planFor(5), UUID.randomUUID().toString()).text("/id"));

        assertThat(stranger.sees("/cohorts")).doesNotContain(training.toString());
        for (var path : List.of("", "/days/1", "/days/1/code", "/make-up")) {
            assertThat(stranger.asks(page(training) + path)).hasStatus(404);
            assertThat(trainer.asks(page(draft) + path)).hasStatus(404);
            assertThat(trainer.asks(page(training) + path)).hasStatusOk();
        }
        assertThat(stranger.sends(page(training) + "/days/1", Map.of("version", "0", "there", officer)))
                .hasStatus(404);
        assertThat(stranger.sends(page(training) + "/make-up", Map.of("officer", officer)))
                .hasStatus(404);
        assertThat(trainer.sees(page(training))).doesNotContain("/cancel\"", "/complete\"", "/reschedule\"");
        for (var path : List.of("/open", "/cancel", "/complete", "/plan", "/days/1/reschedule")) {
            assertThat(trainer.sends(page(training) + path, Map.of("version", now(training), "reason", "WEATHER")))
                    .hasStatus(403);
        }
        assertThat(trainer.asks("/cohorts/new")).hasStatus(403);
        assertThat(trainer.sends("/cohorts/new", plan(30))).hasStatus(403);
        assertThat(api.reads(training).text("/state")).isEqualTo("OPEN");
    }

    @Test
    void noFormIsTakenWithoutItsToken() {
        var training = running(Ahead.beginningToday(5));
        for (var path : List.of("/open", "/cancel", "/days/1", "/make-up")) {
            assertThat(coordinator.sendsWithoutToken(page(training) + path, Map.of("version", now(training))))
                    .hasStatus(403);
        }
    }

    private UUID running(TrainingPlan plan) {
        var training = Ahead.opened(api, plan);
        commander.enrolls(training, officer, other);
        return training;
    }

    private MvcTestResult attends(String day, String version, Map<UUID, String> hours) {
        var fields = new HashMap<String, Object>(Map.of("version", version, "there", List.copyOf(hours.keySet())));
        hours.forEach((who, howLong) -> fields.put("hours-" + who, howLong));
        return trainer.sends(day, fields);
    }

    private static Map<String, Object> plan(int in) {
        var fields = new HashMap<String, Object>(
                Map.of("cohort", "planned", "capacity", "30", "parts", List.of("FULL_PROCESS", "MICRO_INTERVENTIONS")));
        for (var place = 0; place < 4; place++) {
            LocalDate date = Ahead.in(in + place);
            fields.put("days-" + place + "-date", date);
            fields.put("days-" + place + "-start", "09:00");
            fields.put("days-" + place + "-end", "17:00");
        }
        return fields;
    }

    private String now(UUID training) {
        return version(coordinator, page(training));
    }

    private static String version(Visitor reader, String path) {
        var version = VERSION.matcher(reader.sees(path));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static String page(UUID training) {
        return "/cohorts/" + training;
    }
}
