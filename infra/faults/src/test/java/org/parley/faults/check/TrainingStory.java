package org.parley.faults.check;

import java.util.ArrayList;
import java.util.List;
import org.parley.faults.history.Deed;
import org.parley.faults.history.TrainingFound;
import org.parley.faults.history.TrainingFound.Seat;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** One training from its creation to its certificates. */
final class TrainingStory {

    static final List<String> DAYS = List.of("2026-07-07", "2026-07-08", "2026-07-14", "2026-07-15");

    private static final String COORDINATOR = "coordinator";

    private final Story story;
    private final String id;
    private final ObjectNode plan;
    private final List<Seat> roster = new ArrayList<>();
    private String state = "DRAFT";

    private TrainingStory(Story story, String key, int capacity) {
        this.story = story;
        this.id = Story.id(key);
        this.plan = (ObjectNode) Story.example("training.scheduled").get("training");
        plan.put("id", id).put("capacity", capacity).put("cohort", key);
    }

    static TrainingStory creates(Story story, String key, int capacity) {
        var training = new TrainingStory(story, key, capacity);
        var body = Story.json("{}").put("cohort", key).put("capacity", capacity);
        body.set("days", training.plan.get("days"));
        story.asks(COORDINATOR, Deed.CREATE_TRAINING, key, body, training.view());
        story.stores("trainings", training.id);
        return training;
    }

    String id() {
        return id;
    }

    static String officer(String name) {
        return Story.id("officer " + name);
    }

    String enrollment(String officer) {
        return Story.id(id + officer);
    }

    void opens() {
        state = "OPEN";
        plan.put("state", "OPEN");
        story.asks(COORDINATOR, Deed.OPEN_TRAINING, id, MissingNode.getInstance(), view());
        tells("scheduled");
    }

    void asks(String... officers) {
        var body = Story.json("{'requests': []}");
        var answer = Story.json("{'results': []}");
        var asked = story.asks(COORDINATOR, Deed.REQUEST_SEATS, id, body, answer);
        for (var officer : officers) {
            body.withArray("requests")
                    .addObject()
                    .put("officer", officer(officer))
                    .put("command", "PCT-075")
                    .put("nco", true);
            var seated = roster.stream().filter(SeatStates::isSeated).count()
                    < plan.get("capacity").asInt();
            roster.add(new Seat(enrollment(officer), officer(officer), seated ? "ENROLLED" : "WAITLISTED"));
            if (seated) {
                enrollmentTells("enrolled", officer, "ENROLLED");
            }
            ((ObjectNode) asked.answer())
                    .withArray("results")
                    .addObject()
                    .put("officer", officer(officer))
                    .put("enrollment", enrollment(officer))
                    .put("state", seated ? "ENROLLED" : "WAITLISTED");
        }
    }

    /** The seat goes to whoever has waited longest. */
    void withdraws(String officer, String next) {
        var body = Story.json("{}").put("enrollment", enrollment(officer)).put("officer", officer(officer));
        story.asks(COORDINATOR, Deed.WITHDRAW_ENROLLMENT, id, body, Story.json("{'state': 'WITHDRAWN'}"));
        becomes(officer, "WITHDRAWN");
        enrollmentTells("withdrawn", officer, "WITHDRAWN");
        becomes(next, "ENROLLED");
        enrollmentTells("enrolled", next, "ENROLLED");
    }

    void attended(String day, String... officers) {
        var body = Story.json("{'attended': []}").put("date", day);
        for (var officer : officers) {
            body.withArray("attended")
                    .addObject()
                    .put("officer", officer(officer))
                    .put("hours", 8);
        }
        state = "RUNNING";
        story.asks(COORDINATOR, Deed.RECORD_ATTENDANCE, id, body, view());
    }

    void completes(String completed, String incomplete, String absent, String waiting) {
        state = "COMPLETED";
        var answer = view();
        story.asks(COORDINATOR, Deed.COMPLETE_TRAINING, id, MissingNode.getInstance(), answer);
        plan.put("state", "COMPLETED").put("completedAt", story.now().toString());
        answer.setAll(view());
        tells("completed");
        becomes(incomplete, "INCOMPLETE");
        enrollmentTells("ended", incomplete, "INCOMPLETE");
        becomes(absent, "NO_SHOW");
        enrollmentTells("ended", absent, "NO_SHOW");
        becomes(waiting, "DECLINED");
        becomes(completed, "COMPLETED");
        enrollmentTells("completed", completed, "COMPLETED");
        var certificate = Story.id("certificate of " + enrollment(completed));
        var data = Story.example("certificate.issued");
        ((ObjectNode) data.get("certificate"))
                .put("id", certificate)
                .put("officer", officer(completed))
                .put("training", id)
                .put("cohort", Json.text(plan, "cohort"));
        story.stores("certificates", certificate);
        story.tells("certificate.issued", certificate, data);
    }

    /** As the coordinator reads it. */
    void isFound() {
        story.trainings.add(new TrainingFound(id, state, plan.get("capacity").asInt(), roster));
    }

    private ObjectNode view() {
        return plan.deepCopy().put("state", state);
    }

    private void becomes(String officer, String next) {
        roster.replaceAll(seat ->
                seat.officer().equals(officer(officer)) ? new Seat(seat.enrollment(), seat.officer(), next) : seat);
    }

    private void tells(String past) {
        var data = Story.example("training." + past);
        data.set("training", view());
        ((ObjectNode) data.get("training")).put("enrolled", (int)
                roster.stream().filter(SeatStates::isSeated).count());
        story.tells("training." + past, id, data);
    }

    private void enrollmentTells(String past, String officer, String to) {
        var data = Story.example("enrollment." + past);
        ((ObjectNode) data.get("enrollment"))
                .put("id", enrollment(officer))
                .put("training", id)
                .put("cohort", Json.text(plan, "cohort"))
                .put("officer", officer(officer))
                .put("state", to);
        story.tells("enrollment." + past, enrollment(officer), data);
    }
}
