package org.parley.casework.desks;

import static org.parley.casework.calls.House.SESSION;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.parley.casework.books.Account;
import org.parley.casework.calls.Unexpected;
import org.parley.casework.calls.Waiting;
import org.parley.casework.plan.Course;

/** Works on a referral that its center has taken, up to its end or until it is given back. */
record Working(Concern concern, Account account, Activity activity) {

    private static final Duration HEARING_OF_A_SESSION = Duration.ofMinutes(1);

    void follow(Course course) {
        switch (course) {
            case Course.Mediation mediation -> mediate(mediation);
            case Course.Closing(var contacted, var reason) -> {
                if (contacted) {
                    contact();
                }
                concern.act("close", Map.of("reason", reason)).fine("closing");
                account.closed(reason);
            }
            case Course.GivenBack(var reason) -> {
                concern.act("transfer", Map.of("reason", reason)).fine("giving back");
                account.givenBack(reason);
            }
            case Course.TakenBack(var reason) -> {
                contact();
                concern.withdraw(reason).fine("withdrawing");
                account.withdrawn(reason);
            }
            case Course.Mistake(var reason) -> {
                concern.enterInError(reason).fine("entering in error");
                account.enteredInError(reason);
            }
        }
    }

    private void contact() {
        concern.act("contact").fine("contacting");
        account.contacted();
    }

    private void mediate(Course.Mediation mediation) {
        contact();
        if (mediation.hold() != null) {
            hold(mediation.hold());
        }
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        concern.act("schedule", Map.of("at", at.toString())).fine("scheduling");
        account.scheduled(at);
        for (var place = 0; place < mediation.sittings().size(); place++) {
            var sitting = mediation.sittings().get(place);
            concern.self()
                    .put(SESSION, "/v1/sessions/" + sitting.id(), session(sitting, place + 1))
                    .fine("logging a session");
            account.held(sitting.id(), sitting.outcome());
            activity.sessionLogged();
            if (sitting.outcome().equals("PROGRESS")) {
                awaitHeardOf(sitting);
            }
        }
    }

    private void hold(String reason) {
        var until = Instant.now().plus(7, ChronoUnit.DAYS).toString();
        concern.act("hold", Map.of("reason", reason, "until", until)).fine("putting on hold");
        account.putOnHold(reason);
        concern.act("release").fine("releasing");
        account.released();
    }

    /** The next sitting comes after this one; the platform would take them in any order, but the books have one. */
    private void awaitHeardOf(Course.Sitting sitting) {
        var limit = Instant.now().plus(HEARING_OF_A_SESSION);
        while (Instant.now().isBefore(limit)) {
            for (var session : concern.view().body().path("sessions")) {
                if (session.path("session").asString("").equals(sitting.id().toString())) {
                    return;
                }
            }
            Waiting.pause(Duration.ofMillis(150));
        }
        throw new Unexpected("referral-service has not heard of session " + sitting.id());
    }

    private Map<String, Object> session(Course.Sitting sitting, int number) {
        var end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var body = new HashMap<String, Object>(Map.of(
                "kind", "CENTER_LED",
                "command", account.row().command(),
                "type", account.row().type(),
                "facilitators", 2,
                "parties", sitting.parties(),
                "startedAt", end.minus(sitting.minutes(), ChronoUnit.MINUTES).toString(),
                "endedAt", end.toString(),
                "sitting", number,
                "outcome", sitting.outcome(),
                "referral", account.id().toString()));
        if (sitting.notHeldReason() != null) {
            body.put("notHeldReason", sitting.notHeldReason());
        }
        return body;
    }
}
