package org.parley.faults.load.draws;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trainings that are over by the calendar, so that they can be completed in seconds.
 *
 * @param begin all days lie before
 */
public record Cohorts(Instant begin) {

    private static final ZoneId CITY = ZoneId.of("America/New_York");
    private static final int DAYS = 4;
    private static final int LONGEST_AGO = 60;
    private static final int ABSENT_PERCENT = 4;

    /** Small, so that more want to come than can. */
    public ObjectNode plan(Chance chance, String label) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("cohort", label);
        body.put("capacity", chance.between(6, 10));
        body.putArray("trainers").add(chance.id("trainer").toString());
        var days = body.putArray("days");
        var first = LocalDate.ofInstant(begin, CITY).minusDays(chance.between(DAYS + 1, LONGEST_AGO));
        IntStream.range(0, DAYS)
                .mapToObj(first::plusDays)
                .forEach(day -> days.addObject()
                        .put("date", day.toString())
                        .put("start", "09:00")
                        .put("end", "17:00")
                        .put("venue", "ACADEMY-1"));
        return body;
    }

    public static List<String> days(ObjectNode plan) {
        return plan.path("days")
                .valueStream()
                .map(day -> day.path("date").asString())
                .toList();
    }

    /** @param officers who want a seat, in the order in which they ask */
    public static ObjectNode requests(List<String> officers) {
        var body = JsonMapper.shared().createObjectNode();
        var requests = body.putArray("requests");
        officers.forEach(officer -> requests.addObject()
                .put("officer", officer)
                .put("command", Logs.commandOf(officer))
                .put("nco", new Chance(officer).in(40)));
        return body;
    }

    /** @param enrolled who may have been there on that day; a few were not */
    public static ObjectNode attendance(Chance chance, String date, List<String> enrolled) {
        var body = JsonMapper.shared().createObjectNode();
        var attended = body.putArray("attended");
        enrolled.stream()
                .filter(officer -> !chance.of(date + "/" + officer).in(ABSENT_PERCENT))
                .forEach(officer -> attended.addObject().put("officer", officer).put("hours", 8));
        return body;
    }
}
