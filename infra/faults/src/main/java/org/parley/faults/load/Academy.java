package org.parley.faults.load;

import java.util.List;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.load.calls.Ask;
import org.parley.faults.load.calls.Clients;
import org.parley.faults.load.calls.Request;
import org.parley.faults.load.draws.Cohorts;
import org.parley.processes.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Those who run trainings, and those who want to take part. */
record Academy(Clients clients) {

    private static final String COORDINATOR = "coordinator";
    private static final String OFFICER = "officer";

    Asked create(String id, String key, ObjectNode plan) {
        return clients.ask(
                new Ask(id, COORDINATOR, Deed.CREATE_TRAINING, key, plan),
                Request.post(Service.ENROLLMENT, "/v1/trainings", plan).with("Idempotency-Key", key));
    }

    Asked open(String id, String training) {
        return post(id, COORDINATOR, Deed.OPEN_TRAINING, training, "/open", empty());
    }

    /** What officers ask for themselves waits for an approval, and this load has nobody who gives it. */
    Asked requestSeats(String id, String training, List<String> officers) {
        var body = Cohorts.requests(officers);
        return clients.ask(
                new Ask(id, COORDINATOR, Deed.REQUEST_SEATS, training, body),
                Request.post(Service.ENROLLMENT, path(training) + "/enrollments", body));
    }

    Asked withdraw(String id, String training, String officer, String enrollment) {
        var body = empty().put("enrollment", enrollment).put(OFFICER, officer);
        return post(
                id, COORDINATOR, Deed.WITHDRAW_ENROLLMENT, training, "/enrollments/" + enrollment + "/withdraw", body);
    }

    Asked attend(String id, String training, String date, ObjectNode attendance) {
        return clients.ask(
                new Ask(
                        id,
                        COORDINATOR,
                        Deed.RECORD_ATTENDANCE,
                        training,
                        attendance.deepCopy().put("date", date)),
                Request.put(Service.ENROLLMENT, path(training) + "/attendance/" + date, attendance));
    }

    Asked complete(String id, String training) {
        return post(id, COORDINATOR, Deed.COMPLETE_TRAINING, training, "/complete", empty());
    }

    /** Officers who have a seat now; nobody when it can't be read. */
    List<String> enrolled(String training) {
        return clients.answer(COORDINATOR, Request.get(Service.ENROLLMENT, path(training) + "/enrollments")).stream()
                .flatMap(roster -> roster.path("items").valueStream())
                .filter(seat -> seat.path("state").asString().equals("ENROLLED"))
                .map(seat -> seat.path(OFFICER).asString())
                .toList();
    }

    private Asked post(String id, String client, Deed deed, String training, String verb, ObjectNode body) {
        return clients.ask(
                new Ask(id, client, deed, training, body),
                Request.post(Service.ENROLLMENT, path(training) + verb, MissingNode.getInstance()));
    }

    private static String path(String training) {
        return "/v1/trainings/" + training;
    }

    private static ObjectNode empty() {
        return JsonMapper.shared().createObjectNode();
    }
}
