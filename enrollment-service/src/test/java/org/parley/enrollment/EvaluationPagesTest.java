package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.enrollment.ui.Login;
import org.parley.testing.ParleyTest;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Whoever holds a link, officers who draw theirs, and those who run the cohort and read what came of it. */
@ExtendWith(OutputCaptureExtension.class)
@ParleyTest
class EvaluationPagesTest {

    private static final Pattern LINK = Pattern.compile("/evaluation#([A-Za-z0-9_.-]+)");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");
    private static final String COMMENT = "CANARY the sergeant on <Tuesday>";

    @LocalServerPort
    int port;

    private final List<UUID> officers =
            Stream.generate(UUID::randomUUID).limit(7).toList();
    private Visitor officer;
    private Visitor coordinator;
    private Visitor trainer;
    private Visitor anybody;
    private Visitor stranger;
    private Person api;

    @BeforeEach
    void logIn(@Autowired WebApplicationContext context) {
        officer = Visitor.of(context, Login.officer(officers.getFirst(), "PCT-075"));
        coordinator = Visitor.of(context, Login.as("coordinator"));
        trainer = Visitor.of(context, Login.trainer(Cohorts.TRAINER));
        stranger = Visitor.of(context, Login.trainer(UUID.randomUUID()));
        anybody = Visitor.of(context, request -> request);
        api = Person.coordinator(port);
    }

    @Test
    void anOfficerDrawsTheirLinkAndAnswersByItOnce(CapturedOutput output) {
        var training = completed();
        assertThat(officer.sees(own(training))).contains("Draw my link", "What became of it");
        var drawn = officer.sends(own(training) + "/evaluation-link", Map.of("kind", "COURSE"));
        assertThat(drawn).hasStatusOk().headers().doesNotContainHeader("Location");
        var link = link(drawn);
        assertThat(Visitor.text(drawn))
                .as("whatever the request says of its host")
                .contains(">http://127.0.0.1:8081/evaluation#" + link)
                .contains("If it is lost, tell whoever runs the cohort");

        assertThat(officer.sees(own(training)))
                .contains("A link was drawn for you.", "kind=FOLLOW_UP")
                .doesNotContain(link, "kind=COURSE");
        assertThat(officer.sends(own(training) + "/evaluation-link", Map.of()))
                .hasStatus(409)
                .bodyText()
                .contains("Your link was drawn before.");

        var form =
                anybody.sendsWithoutToken("/evaluation", Map.of("link", "https://parley.example/evaluation#" + link));
        assertThat(form)
                .hasStatusOk()
                .bodyText()
                .contains("Cohort", "over", "The full process", "Nobody learns whose it is.", link)
                .doesNotContain("Sign out", "_csrf");
        assertThat(anybody.sends("/evaluation/answers", Map.of("link", link, "comment", COMMENT, "overall", "GOOD")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"parts-FULL_PROCESS-wrong\"", "This must be answered.", link)
                .contains("CANARY the sergeant on &lt;Tuesday&gt;", "value=\"GOOD\" checked=\"checked\"")
                .doesNotContain("id=\"overall-wrong\"");
        assertThat(answers(link, "GOOD", COMMENT)).hasStatus(302).hasRedirectedUrl("/evaluation/thanks");
        assertThat(anybody.sees("/evaluation/thanks")).contains("Your answer has arrived.");
        assertThat(answers(link, "POOR", COMMENT))
                .as("a second click")
                .hasStatus(409)
                .bodyText()
                .contains("Thank you", "all is well");
        assertThat(output.getAll()).doesNotContain("CANARY", link);
    }

    /** Neither in an address, that a server would log, nor in a cookie, that would tie one visit to the next. */
    @Test
    void nothingThatAnAnswerLeavesBehindSaysByWhichLinkItCame() {
        var link = links(completed()).getFirst();
        for (var answer : List.of(
                anybody.asks("/evaluation"),
                anybody.sendsWithoutToken("/evaluation", Map.of("link", link)),
                anybody.sendsWithoutToken("/evaluation/answers", Map.of("link", link)),
                answers(link, "GOOD", COMMENT),
                answers(link, "GOOD", COMMENT))) {
            assertThat(answer)
                    .hasHeader("Referrer-Policy", "no-referrer")
                    .headers()
                    .doesNotContainHeader("Set-Cookie")
                    .hasHeaderSatisfying(
                            "Cache-Control", kept -> assertThat(kept.getFirst()).contains("no-store"));
            assertThat(answer.getResponse().getHeaderNames())
                    .allSatisfy(name ->
                            assertThat(answer.getResponse().getHeaders(name)).noneMatch(value -> value.contains(link)));
            assertThat(answer.getRequest().getSession(false)).isNull();
            assertThat(Visitor.text(answer))
                    .doesNotContainPattern("(action|href|src|hx-[a-z]+)=\"[^\"]*" + Pattern.quote(link));
        }
    }

    @Test
    void aLinkThatIsNotGoodIsRefusedAtItsFieldAndKept() {
        var training = completed();
        var links = links(training);
        answers(links.getFirst(), "GOOD", COMMENT);
        assertThat(anybody.sends("/evaluation", Map.of("link", links.getFirst())))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"link-wrong\"", "An answer has come by this link already.", links.getFirst());
        for (var wrong : List.of("", "no link", links.get(1).substring(1) + "A")) {
            assertThat(anybody.sends("/evaluation", Map.of("link", wrong)))
                    .hasStatus(422)
                    .bodyText()
                    .contains("id=\"link-wrong\"", "This link is not good.", "value=\"" + wrong + "\"");
        }
        // with all that was entered, and a field for the right one
        assertThat(answers("no link", "FAIR", COMMENT))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"link-wrong\"", "The full process", "CANARY", "value=\"FAIR\" checked=\"checked\"");

        coordinator.sends(evaluation(training) + "/close", Map.of());
        assertThat(anybody.sends("/evaluation", Map.of("link", links.get(1))))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"link-wrong\"", "The evaluation is closed");
        assertThat(answers(links.get(1), "FAIR", COMMENT))
                .hasStatus(409)
                .bodyText()
                .contains("The evaluation is closed", "CANARY")
                .doesNotContain("Send my answer");
    }

    @Test
    void whatIsAskedIsWhatWasTaughtAndInAFollowUpTheUse() {
        var training = completed(List.of(CurriculumPart.MICRO_INTERVENTIONS));
        var link = links(training).getFirst();
        assertThat(anybody.sends("/evaluation", Map.of("link", link)))
                .bodyText()
                .contains("Micro-interventions")
                .doesNotContain("The full process", "Mediation centers", "name=\"used\"");
        assertThat(anybody.sends(
                        "/evaluation/answers",
                        Map.of("link", link, "overall", "GOOD", "parts-MICRO_INTERVENTIONS", "POOR")))
                .hasStatus(302);
        coordinator.sends(evaluation(training) + "/close", Map.of());
        assertThat(coordinator.sees(evaluation(training)))
                .contains("Micro-interventions")
                .doesNotContain("The full process");

        var later = link(coordinator.sends(evaluation(training) + "/links?kind=FOLLOW_UP", Map.of()));
        assertThat(anybody.sends("/evaluation", Map.of("link", later)))
                .bodyText()
                .contains("name=\"used\"", "Every week")
                .doesNotContain("name=\"overall\"", "name=\"comment\"");
        assertThat(anybody.sends("/evaluation/answers", Map.of("link", later, "themes", "MONEY")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"themes-wrong\"", "name=\"used\"");
        assertThat(anybody.sends(
                        "/evaluation/answers",
                        Map.of("link", later, "used", "WEEKLY", "themes", List.of("REDUCED_ARRESTS"))))
                .hasStatus(302);
        coordinator.sends(evaluation(training) + "/close?kind=FOLLOW_UP", Map.of());
        assertThat(coordinator.sees(evaluation(training) + "?kind=FOLLOW_UP"))
                .containsSubsequence("Used on the job", "Every week", "1 (100%)", "It reduces arrests", "1 (100%)")
                .doesNotContain("Approval", "Comments");
    }

    @Test
    void aCoordinatorDrawsAllLinksOnceAndAgainWhileNobodyHasAnswered() {
        var training = completed();
        assertThat(coordinator.sees(evaluation(training))).contains("7 officers have", "Nobody is asked yet");
        link(officer.sends(own(training) + "/evaluation-link", Map.of()));

        var lost = links(training);
        assertThat(lost).hasSize(6);
        assertThat(coordinator.sees(evaluation(training)))
                .contains("7 asked", "0 answered", "A link was drawn for everybody", "Draw all links again")
                .doesNotContain(lost);
        assertThat(coordinator.sends(evaluation(training) + "/links", Map.of()))
                .hasStatus(409)
                .bodyText()
                .contains("A link was drawn for everybody");
        var seen = seen(training);
        var again = drawsAgain(evaluation(training), seen);
        assertThat(Visitor.text(again)).contains("7 links").doesNotContain(lost);
        assertThat(drawsAgain(evaluation(training), seen))
                .as("somebody else has drawn them again")
                .hasStatus(409);
        assertThat(anybody.sends("/evaluation", Map.of("link", lost.getFirst())))
                .hasStatus(422);
        var last = seen(training);
        answers(link(again), "GOOD", COMMENT);
        assertThat(coordinator.sees(evaluation(training)))
                .contains("7 asked", "1 answered (14%)")
                .doesNotContain("Draw all links again", "CANARY", "Excellent");
        assertThat(drawsAgain(evaluation(training), last))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody has answered");
    }

    @Test
    void drawingAgainKillsNoLinkThatItsReaderHasNotSeen() {
        var training = completed();
        link(officer.sends(own(training) + "/evaluation-link", Map.of()));
        var seen = seen(training);
        var others = links(training);
        assertThat(others).hasSize(6);

        assertThat(drawsAgain(evaluation(training), seen))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else was faster.", "7 asked");
        assertThat(anybody.sends("/evaluation", Map.of("link", others.getFirst())))
                .hasStatusOk();
        var later = evaluation(training) + "?kind=FOLLOW_UP";
        assertThat(coordinator.sends(
                        evaluation(training) + "/links?kind=FOLLOW_UP", Map.of("again", "true", "version", seen)))
                .hasStatus(409);
        assertThat(coordinator.sees(later)).as("nothing was begun").contains("Nobody is asked yet");
    }

    /** Whoever holds a link can answer by it. */
    @Test
    void aTrainerGetsNoLinkAndReadsHowManyThereAre() {
        var training = completed();
        assertThat(trainer.sees(evaluation(training)))
                .contains("Coordinators draw the links")
                .doesNotContain("Draw their links", "/links");
        assertThat(trainer.sends(evaluation(training) + "/links", Map.of())).hasStatus(403);
        links(training);
        assertThat(trainer.sees(evaluation(training))).contains("7 asked").doesNotContain("Draw all links again");
        assertThat(trainer.sends(evaluation(training) + "/links", Map.of("again", "true", "version", seen(training))))
                .hasStatus(403);
    }

    @Test
    void aCoordinatorReadsEverythingAndATrainerNothingOfFew() {
        var training = completed();
        var links = links(training);
        links.forEach(link -> answers(link, link.equals(links.getFirst()) ? "FAIR" : "EXCELLENT", COMMENT));

        assertThat(trainer.sends(evaluation(training) + "/close", Map.of())).hasStatus(403);
        assertThat(coordinator.sends(evaluation(training) + "/close", Map.of()))
                .hasRedirectedUrl(evaluation(training) + "?kind=COURSE&done=close");
        assertThat(coordinator.sees(evaluation(training)))
                .contains("7 asked", "7 answered (100%)", "86%", "CANARY the sergeant on &lt;Tuesday&gt;")
                .containsSubsequence("The training as a whole", "Excellent", "6 (86%)", "Fair", "1 (14%)")
                .containsSubsequence("The full process", "Good", "7 (100%)")
                .containsSubsequence("It reduces arrests", "7 (100%)")
                .doesNotContain("Not shown");
        assertThat(trainer.sees(evaluation(training)))
                .contains("Not shown: fewer than five officers approve", "Not shown: fewer than five officers gave one")
                .containsSubsequence("The full process", "Good", "7 (100%)")
                .doesNotContain("CANARY", "6 (86%)", "1 (14%)", "Close the evaluation");
    }

    @Test
    void nobodyIsAskedBeforeTheTrainingIsCompletedAndNoStrangerIsToldAnything() {
        var training = Ahead.opened(api, Ahead.planFor(5));
        assertThat(coordinator.sees(evaluation(training)))
                .contains("Officers are asked once the training is completed.")
                .doesNotContain("Draw their links");
        assertThat(coordinator.sees("/cohorts/" + training)).doesNotContain(evaluation(training));
        assertThat(coordinator.sends(evaluation(training) + "/links", Map.of())).hasStatus(409);
        assertThat(coordinator.sends(evaluation(training) + "/close", Map.of())).hasStatus(404);

        var over = completed();
        assertThat(trainer.sees("/cohorts/" + over)).contains(evaluation(over));
        assertThat(stranger.asks(evaluation(over))).hasStatus(404);
        assertThat(stranger.sends(evaluation(over) + "/links", Map.of())).hasStatus(403);
        assertThat(coordinator.asks(evaluation(over) + "?kind=OTHER")).hasStatus(404);
        for (var path : List.of(evaluation(over) + "/links", evaluation(over) + "/close")) {
            assertThat(coordinator.sendsWithoutToken(path, Map.of())).hasStatus(403);
        }
        assertThat(officer.sendsWithoutToken(own(over) + "/evaluation-link", Map.of()))
                .hasStatus(403);
        assertThat(officer.sends(own(training) + "/evaluation-link", Map.of())).hasStatus(404);
    }

    private UUID completed() {
        return completed(List.of(CurriculumPart.values()));
    }

    /** So long ago that it is followed up. */
    private UUID completed(List<CurriculumPart> parts) {
        var days = IntStream.range(-120, -116)
                .mapToObj(Ahead::in)
                .map(Cohorts::nineToFive)
                .toList();
        var plan = new TrainingPlan("over", 7, days, List.of(Cohorts.TRAINER), parts, null, null);
        var training = Ahead.opened(api, plan);
        var all = officers.toArray(UUID[]::new);
        api.enrolls(training, all);
        days.forEach(day -> api.records(training, day.date(), all));
        api.completes(training);
        return training;
    }

    private List<String> links(UUID training) {
        var drawn = coordinator.sends(evaluation(training) + "/links", Map.of());
        assertThat(drawn).hasStatusOk();
        return LINK.matcher(Visitor.text(drawn))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Which links a form that draws them again is for. */
    private String seen(UUID training) {
        var version = VERSION.matcher(coordinator.sees(evaluation(training)));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private MvcTestResult drawsAgain(String evaluation, String seen) {
        return coordinator.sends(evaluation + "/links", Map.of("again", "true", "version", seen));
    }

    private static String link(MvcTestResult drawn) {
        assertThat(drawn).hasStatusOk();
        var link = LINK.matcher(Visitor.text(drawn));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private MvcTestResult answers(String link, String overall, String comment) {
        var fields = new HashMap<String, Object>(Map.of("link", link, "overall", overall, "comment", comment));
        fields.put("themes", List.of("REDUCED_ARRESTS"));
        for (var part : CurriculumPart.values()) {
            fields.put("parts-" + part, "GOOD");
            fields.put("part", List.of(CurriculumPart.values()));
        }
        return anybody.sends("/evaluation/answers", fields);
    }

    private static String own(UUID training) {
        return "/trainings/" + training;
    }

    private static String evaluation(UUID training) {
        return "/cohorts/" + training + "/evaluation";
    }
}
