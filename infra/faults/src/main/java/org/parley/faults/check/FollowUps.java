package org.parley.faults.check;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Event;
import org.parley.faults.history.TrainingFound;
import tools.jackson.databind.JsonNode;

/**
 * What nobody asks for and must come all the same: an offer, a session at its referral and the closing by it, a
 * certificate, and a seat for whoever waits.
 */
final class FollowUps implements Rule {

    @Override
    public void check(Run run, Consumer<String> broken) {
        run.courses().values().forEach(course -> offered(course.getLast(), broken));
        run.events().all(Events.SESSION, "logged").forEach(event -> heldFor(run, event, broken));
        run.events().all(Events.ENROLLMENT, "completed").forEach(event -> certified(run, event, broken));
        run.found().trainings().forEach(training -> seated(run, training, broken));
    }

    private static void offered(Step last, Consumer<String> broken) {
        if (List.of("SUBMITTED", "OFFERED").contains(last.state())
                && last.open().isEmpty()) {
            broken.accept("Referral " + last.id() + " is " + last.state() + " and offered to nobody");
        }
    }

    private static void heldFor(Run run, Event event, Consumer<String> broken) {
        var session = Events.state(event);
        var outcome = Json.text(session, "outcome");
        var course = run.course(Json.text(session, "referral"));
        if (course.isEmpty() || !Outcomes.isHeld(outcome) || !hadAccepted(run, event.subject(), session)) {
            return;
        }
        var last = course.getLast();
        if (List.of("WITHDRAWN", "ENTERED_IN_ERROR").contains(last.state()) || wasGivenBack(course, session)) {
            return;
        }
        if (last.sessions().stream().noneMatch(held -> held.session().equals(event.subject()))) {
            broken.accept(
                    "Session " + event.subject() + " was held for referral " + last.id() + ", which does not know");
        } else if (Outcomes.isFinal(outcome) && !last.state().equals("CLOSED")) {
            broken.accept("Session " + event.subject() + " ends referral " + last.id() + ", which is " + last.state());
        }
    }

    /** Only if the center had its answer before it logged the session is it certain which came first. */
    private static boolean hadAccepted(Run run, String id, JsonNode session) {
        var logged =
                run.deeds().possible(Deed.LOG_SESSION, id).map(Asked::began).min(Instant::compareTo);
        return logged.isPresent()
                && run.deeds()
                        .done(Deed.ACCEPT)
                        .anyMatch(asked -> asked.subject().equals(Json.text(session, "referral"))
                                && Deeds.center(asked).equals(Json.text(session, "center"))
                                && asked.ended().isBefore(logged.get()));
    }

    /** Nothing tells whether the session was heard of before or after. */
    private static boolean wasGivenBack(List<Step> course, JsonNode session) {
        var center = Json.text(session, "center");
        for (var i = 1; i < course.size(); i++) {
            if (course.get(i).is("transferred") && course.get(i - 1).center().equals(center)) {
                return true;
            }
        }
        return false;
    }

    private static void certified(Run run, Event completed, Consumer<String> broken) {
        var enrollment = Events.state(completed);
        var certificates = run.events()
                .all(Events.CERTIFICATE, "issued")
                .map(Events::state)
                .filter(certificate ->
                        Json.same("training", enrollment, certificate) && Json.same("officer", enrollment, certificate))
                .toList();
        if (certificates.size() != 1) {
            broken.accept("Enrollment " + completed.subject() + " is completed and has " + certificates.size()
                    + " certificates");
            return;
        }
        var certificate = certificates.getFirst();
        var lastDay = Json.items(enrollment, "days")
                .map(day -> Json.text(day, "date"))
                .max(String::compareTo)
                .orElse("");
        if (!Json.text(certificate, "issuedOn").equals(lastDay)
                || !List.of("command", "borough", "cohort").stream()
                        .allMatch(field -> Json.same(field, enrollment, certificate))) {
            broken.accept("Certificate " + Json.text(certificate, "id") + " says otherwise than enrollment "
                    + completed.subject());
        }
    }

    private static void seated(Run run, TrainingFound training, Consumer<String> broken) {
        training.roster().stream()
                .filter(seat -> seat.state().equals("COMPLETED"))
                .filter(seat -> run.events()
                        .find(Events.ENROLLMENT, seat.enrollment(), "completed")
                        .isEmpty())
                .forEach(seat -> broken.accept("Enrollment " + seat.enrollment() + " is completed, which is not told"));
        var seats = training.roster().stream().filter(SeatStates::isSeated).count();
        if (seats < training.capacity()
                && training.roster().stream().anyMatch(seat -> seat.state().equals("WAITLISTED"))) {
            broken.accept("Training " + training.id() + " has a free seat, and somebody waits");
        }
    }
}
