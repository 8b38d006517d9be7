package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.enrollment.ui.Login;
import org.parley.testing.ParleyTest;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** An officer on the phone, from asking for a seat to signing in. */
@ParleyTest
class OfficerPagesTest {

    @LocalServerPort
    int port;

    private final UUID officer = UUID.randomUUID();
    private Visitor phone;
    private Person coordinator;
    private Person commander;

    @BeforeEach
    void logIn(@Autowired WebApplicationContext context) {
        phone = Visitor.of(context, Login.officer(officer, "PCT-075"));
        coordinator = Person.coordinator(port);
        commander = Person.commander(port, "PCT-075");
    }

    @Test
    void asksForASeatAndIsToldWhereThatStands() {
        var training = Ahead.opened(coordinator, Ahead.planFor(1));
        assertThat(phone.sees("/trainings")).contains("1 of 1 seats left", page(training), "ACADEMY-2", "9 AM – 5 PM");

        assertThat(asks(training, "0")).hasStatus(302).hasRedirectedUrl(page(training) + "?done=ask");
        assertThat(phone.sees(page(training))).contains("Asked for", "Waits for the commander&#39;s approval.");

        commander.approves(training, officer);
        assertThat(phone.sees(page(training))).contains("Enrolled", "Has a seat.");
    }

    @Test
    void isToldWhatItMeansToWait() {
        var training = Ahead.opened(coordinator, Cohorts.withCaps(Ahead.planFor(5), 1, null));
        commander.enrolls(training, UUID.randomUUID());
        assertThat(phone.sees(page(training))).contains("Your command has all 1 seats it may have here.");

        asks(training, "0");
        commander.approves(training, officer);
        assertThat(phone.sees(page(training))).contains("Waiting list", "until a seat of the command comes free");
    }

    @Test
    void withdrawsWithAReason() {
        var training = Ahead.opened(coordinator, Ahead.planFor(3));
        asks(training, "0");

        assertThat(phone.sends(page(training) + "/withdraw", Map.of("version", "1")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "id=\"withdraw-reason-wrong\"",
                        "aria-describedby=\"withdraw-reason-wrong\"",
                        "Choose a reason.");
        assertThat(phone.sends(page(training) + "/withdraw", Map.of("version", "1", "reason", "LEAVE")))
                .hasStatus(302);
        assertThat(phone.sees(page(training)))
                .contains("Withdrawn", "On leave.")
                .doesNotContain("/withdraw\"");
    }

    @Test
    void asksAgainAfterHavingLeft() {
        var training = Ahead.opened(coordinator, Ahead.planFor(1));
        asks(training, "0");
        assertThat(phone.sees(page(training))).doesNotContain("/ask\"");
        phone.sends(page(training) + "/withdraw", Map.of("version", "1", "reason", "LEAVE"));
        assertThat(phone.sees(page(training)))
                .contains("Withdrawn", "Ask again", "by this request", "name=\"version\" value=\"2\"");

        assertThat(asks(training, "0")).hasStatus(409);
        assertThat(asks(training, "2")).hasStatus(302);
        assertThat(phone.sees(page(training))).contains("Asked for").doesNotContain("Ask again");
        assertThat(asks(training, "2")).hasStatus(409);

        commander.declines(training, officer, DeclineReason.STAFFING);
        assertThat(phone.sees(page(training))).contains("Declined", "Ask again");
        commander.enrolls(Ahead.opened(coordinator, Ahead.planFor(1)), officer);
        assertThat(asks(training, "4"))
                .hasStatus(409)
                .bodyText()
                .contains("There is a seat in another training already.");
    }

    @Test
    void decidesNothingOnWhatHasChangedMeanwhile() {
        var training = Ahead.opened(coordinator, Ahead.planFor(3));
        asks(training, "0");
        commander.approves(training, officer);

        assertThat(phone.sends(page(training) + "/withdraw", Map.of("version", "1", "reason", "LEAVE")))
                .hasStatus(409)
                .bodyText()
                .contains("Nothing was done.", "Somebody else was faster.", "Has a seat.");
        assertThat(asks(training, "0")).hasStatus(409);
    }

    /** On the day a training is opened hundreds ask for seats, and none of them is in another one's way. */
    @Test
    void isNotDisturbedByWhatOthersDoInTheSameTraining() {
        var training = Ahead.opened(coordinator, Ahead.planFor(3));
        asks(training, "0");
        commander.enrolls(training, UUID.randomUUID(), UUID.randomUUID());

        assertThat(phone.sends(page(training) + "/withdraw", Map.of("version", "1", "reason", "LEAVE")))
                .hasStatus(302);
    }

    @Test
    void hasOneSeatAtATime() {
        var first = Ahead.opened(coordinator, Ahead.planFor(3));
        var second = Ahead.opened(coordinator, Ahead.planFor(3));
        commander.enrolls(first, officer);

        assertThat(asks(second, "0"))
                .hasStatus(409)
                .bodyText()
                .contains("There is a seat in another training already.");
    }

    @Test
    void signsInWithTheCodeOnTheScreen() {
        var training = Ahead.opened(coordinator, Ahead.beginningToday(3));
        commander.enrolls(training, officer);
        assertThat(phone.sees("/trainings")).contains("inputmode=\"numeric\"", signIn(training));
        var code = coordinator.readsCode(training, 1).text("/code");
        var wrong = code.equals("123456") ? "654321" : "123456";

        assertThat(phone.sends(signIn(training), Map.of("code", "12")))
                .hasStatus(422)
                .bodyText()
                .contains("Type the six digits on the screen.");
        assertThat(phone.sends(signIn(training), Map.of("code", wrong)))
                .hasStatus(422)
                .bodyText()
                .contains("That is not the code of this minute.");
        assertThat(phone.sends(
                        signIn(training),
                        Map.of("code", coordinator.readsCode(training, 1).text("/code"))))
                .hasStatus(302);
        assertThat(phone.sees(page(training))).contains("Attended:").doesNotContain("inputmode=\"numeric\"");
    }

    @Test
    void seesNoDraftAndNothingOfOthers() {
        var draft = UUID.fromString(coordinator
                .creates(Ahead.planFor(3), UUID.randomUUID().toString())
                .text("/id"));
        var other = UUID.randomUUID();
        var training = Ahead.opened(coordinator, Ahead.planFor(3));
        commander.enrolls(training, other);

        assertThat(phone.asks(page(draft))).hasStatus(404);
        assertThat(asks(draft, "0")).hasStatus(404);
        assertThat(phone.asks(page(UUID.randomUUID()))).hasStatus(404);
        assertThat(phone.sees("/trainings") + phone.sees(page(training)))
                .doesNotContain(other.toString(), draft.toString());
        assertThat(phone.sends(page(training) + "/withdraw", Map.of("version", "0", "reason", "LEAVE")))
                .hasStatus(404);
    }

    private MvcTestResult asks(UUID training, String version) {
        return phone.sends(page(training) + "/ask", Map.of("version", version, "command", "PCT-075", "nco", "true"));
    }

    private static String page(UUID training) {
        return "/trainings/" + training;
    }

    private static String signIn(UUID training) {
        return page(training) + "/days/1/sign-in";
    }
}
