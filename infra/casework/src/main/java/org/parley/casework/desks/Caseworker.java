package org.parley.casework.desks;

import static org.parley.casework.calls.House.REFERRAL;
import static org.parley.casework.calls.House.SESSION;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.casework.books.Account;
import org.parley.casework.books.Entry;
import org.parley.casework.calls.Answer;
import org.parley.casework.calls.Client;
import org.parley.casework.calls.Doors;
import org.parley.casework.calls.Unexpected;
import org.parley.casework.plan.Course;
import org.parley.casework.plan.Decision;
import org.parley.casework.plan.Plan;
import org.parley.casework.plan.Temperament;

/** Does at one center with each offer what the plan says, and writes it down. */
final class Caseworker {

    /** Longer than this no offer is waited for to expire. */
    private static final Duration WORTH_WAITING = Duration.ofMinutes(2);

    private static final Duration HEARING_OF_A_SESSION = Duration.ofMinutes(1);
    private static final Map<String, String> NOTHING = Map.of();

    private final String center;
    private final Temperament temperament;
    private final Plan plan;
    private final Doors doors;
    private final Activity activity;

    Caseworker(String center, Temperament temperament, Plan plan, Doors doors, Activity activity) {
        this.center = center;
        this.temperament = temperament;
        this.plan = plan;
        this.doors = doors;
        this.activity = activity;
    }

    void answer(Account account, Entry offer) {
        try {
            var decision = plan.decide(account.row().reference(), center, temperament, offer.offer());
            switch (decision) {
                case Decision.Declines(var reason) -> decline(account, offer, reason);
                case Decision.Lapses(var otherwise) -> letLapse(account, offer, otherwise);
                case Decision.TakenBack(var reason) -> takeBack(account, offer, reason);
                case Decision.Accepts(var course) -> {
                    if (offer.link() != null) {
                        self().get(offer.link()).fine("the link of a webhook");
                    }
                    if (accept(account, offer)) {
                        work(account, course);
                    }
                }
            }
        } catch (Unexpected e) {
            account.surprised(String.valueOf(e.getMessage()));
        }
        activity.happened();
    }

    /** Its center was told that it has the offer no more. */
    void lost(Account account, int offer) {
        if (account.isPending(offer)) {
            account.expired(offer);
            activity.happened();
        }
    }

    private void decline(Account account, Entry offer, String reason) {
        if (inTime(account, offer, act(account, "decline", Map.of("reason", reason)))) {
            account.declined(offer.offer(), reason);
        }
    }

    private void letLapse(Account account, Entry offer, String otherwise) {
        var deadline = deadline(offer);
        if (deadline == null || deadline.isAfter(Instant.now().plus(WORTH_WAITING))) {
            activity.tooLongToWaitFor();
            decline(account, offer, otherwise);
        } else {
            activity.until(deadline);
        }
    }

    private @Nullable Instant deadline(Entry offer) {
        if (offer.deadline() != null || offer.link() == null) {
            return offer.deadline();
        }
        var view = self().get(offer.link()).fine("the link of a webhook");
        return Instant.parse(view.body().path("offer").path("deadline").asString());
    }

    private boolean accept(Account account, Entry offer) {
        if (!inTime(account, offer, act(account, "accept", NOTHING))) {
            return false;
        }
        account.accepted(offer.offer());
        return true;
    }

    /** Who answers too late learns it, by this answer or by the inbox, whichever is first. */
    private boolean inTime(Account account, Entry offer, Answer answer) {
        if (answer.status() == 409 && answer.text("type").endsWith("offer-over")) {
            activity.tooLate();
            lost(account, offer.offer());
            return false;
        }
        answer.fine("answering an offer");
        return true;
    }

    private void work(Account account, Course course) {
        switch (course) {
            case Course.Mediation mediation -> mediate(account, mediation);
            case Course.Closing(var contacted, var reason) -> {
                if (contacted) {
                    contact(account);
                }
                act(account, "close", Map.of("reason", reason)).fine("closing");
                account.closed(reason);
            }
            case Course.GivenBack(var reason) -> {
                act(account, "transfer", Map.of("reason", reason)).fine("giving back");
                account.givenBack(reason);
            }
            case Course.TakenBack(var reason) -> {
                contact(account);
                precinct()
                        .post(REFERRAL, withdrawal(account), Map.of("reason", reason))
                        .fine("withdrawing");
                account.withdrawn(reason);
            }
            case Course.Mistake(var reason) -> {
                var path = "/v1/coordination/referrals/" + account.id() + "/enter-in-error";
                doors.as(FrontDoor.COORDINATOR)
                        .post(REFERRAL, path, Map.of("reason", reason))
                        .fine("entering in error");
                account.enteredInError(reason);
            }
        }
    }

    private void mediate(Account account, Course.Mediation mediation) {
        contact(account);
        if (mediation.hold() != null) {
            var until = Instant.now().plus(7, ChronoUnit.DAYS).toString();
            act(account, "hold", Map.of("reason", mediation.hold(), "until", until))
                    .fine("putting on hold");
            account.putOnHold(mediation.hold());
            act(account, "release", NOTHING).fine("releasing");
            account.released();
        }
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        act(account, "schedule", Map.of("at", at.toString())).fine("scheduling");
        account.scheduled(at);
        for (var place = 0; place < mediation.sittings().size(); place++) {
            var sitting = mediation.sittings().get(place);
            doors.as("center-" + center)
                    .put(SESSION, "/v1/sessions/" + sitting.id(), session(account, sitting, place + 1))
                    .fine("logging a session");
            account.held(sitting.id(), sitting.outcome());
            activity.sessionLogged();
            if (sitting.outcome().equals("PROGRESS")) {
                awaitHeardOf(account, sitting);
            }
        }
    }

    /** The next sitting comes after this one; the platform would take them in any order, but the books have one. */
    private void awaitHeardOf(Account account, Course.Sitting sitting) {
        var limit = Instant.now().plus(HEARING_OF_A_SESSION);
        while (Instant.now().isBefore(limit)) {
            var view = self().get(REFERRAL, path(account)).fine("the center's view");
            for (var session : view.body().path("sessions")) {
                if (session.path("session").asString("").equals(sitting.id().toString())) {
                    return;
                }
            }
            Waiting.pause(Duration.ofMillis(150));
        }
        throw new Unexpected("referral-service has not heard of session " + sitting.id());
    }

    private static Map<String, Object> session(Account account, Course.Sitting sitting, int number) {
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

    private void contact(Account account) {
        act(account, "contact", NOTHING).fine("contacting");
        account.contacted();
    }

    /** While this very offer is open; the center hears of it before the precinct has its answer. */
    private void takeBack(Account account, Entry offer, String reason) {
        account.takingBack(offer.offer(), true);
        var view = precinct().get(REFERRAL, "/v1/referrals/" + account.id()).fine("the precinct's view");
        if (view.text("offeredTo").equals(center)
                && precinct()
                        .post(
                                REFERRAL,
                                withdrawal(account),
                                Map.of("reason", reason),
                                view.body().path("version").asLong())
                        .isFine()) {
            account.withdrawn(reason);
        } else {
            account.takingBack(offer.offer(), false);
            activity.tooLate();
            lost(account, offer.offer());
        }
    }

    private Client precinct() {
        return doors.as(FrontDoor.PRECINCTS);
    }

    private static String withdrawal(Account account) {
        return "/v1/referrals/" + account.id() + "/withdraw";
    }

    private Answer act(Account account, String deed, Map<String, ?> body) {
        return self().post(REFERRAL, path(account) + "/" + deed, body);
    }

    private String path(Account account) {
        return "/v1/centers/" + center + "/referrals/" + account.id();
    }

    private Client self() {
        return doors.as("center-" + center);
    }
}
