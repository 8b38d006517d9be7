package org.parley.local.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What trained officers did on the street: micro-interventions, and full mediations of their own. */
record OnTheSpot(Programme programme, Doors doors) {

    static final int MICRO_INTERVENTIONS = 900;
    static final int SESSIONS = 220;

    private static final List<String> LIKELY_ENDS = List.of(
            "CALMED",
            "CALMED",
            "VOLUNTARY_COMPLIANCE",
            "VOLUNTARY_COMPLIANCE",
            "VOLUNTARY_COMPLIANCE",
            "SEPARATED",
            "REFERRED",
            "UNRESOLVED",
            "ESCALATED",
            "ARREST");

    /** The first cohort needs some weeks before anybody is trained. */
    private static final int DAYS = 330;

    void playMicroInterventions() {
        doors.all(IntStream.range(0, MICRO_INTERVENTIONS)
                .<Runnable>mapToObj(n -> () -> microIntervention(programme.chance("micro-intervention-" + n)))
                .toList());
    }

    void playSessions() {
        doors.all(IntStream.range(0, SESSIONS)
                .<Runnable>mapToObj(n -> () -> session(programme.chance("officer-session-" + n)))
                .toList());
    }

    private void microIntervention(Chance chance) {
        var time = chance.within(DAYS, programme.end());
        var officer = officer(chance, time);
        var outcome = chance.of(LIKELY_ENDS);
        var arrest = outcome.equals("ARREST");
        doors.put(
                "coordinator",
                "session",
                "/v1/micro-interventions/" + chance.id("micro-intervention"),
                Map.of(
                        "officer", officer.id(),
                        "command", officer.command(),
                        "type", chance.of(Programme.TYPES),
                        "occurredAt", time.toString(),
                        "techniques", chance.some(Programme.TECHNIQUES, chance.between(1, 4)),
                        "outcome", outcome,
                        "arrestWasLikely", arrest || chance.in(35),
                        "arrestMade", arrest));
    }

    private void session(Chance chance) {
        var end = chance.within(DAYS, programme.end());
        var officer = officer(chance, end);
        var agreed = chance.of(List.of(
                "AGREEMENT_ALL", "AGREEMENT_ALL", "AGREEMENT_MOST", "AGREEMENT_SOME", "PROGRESS", "NO_AGREEMENT"));
        doors.put(
                "coordinator",
                "session",
                "/v1/sessions/" + chance.id("session"),
                Map.ofEntries(
                        Map.entry("kind", "OFFICER_LED"),
                        Map.entry("command", officer.command()),
                        Map.entry("type", chance.of(Programme.TYPES)),
                        Map.entry("officers", List.of(officer.id())),
                        Map.entry("facilitators", chance.between(1, 2)),
                        Map.entry("parties", chance.between(2, 4)),
                        Map.entry(
                                "startedAt",
                                end.minusSeconds(60L * chance.between(40, 110)).toString()),
                        Map.entry("endedAt", end.toString()),
                        Map.entry("sitting", 1),
                        Map.entry("techniques", chance.some(Programme.TECHNIQUES, chance.between(2, 6))),
                        Map.entry("outcome", agreed)));
    }

    private Officer officer(Chance chance, Instant time) {
        var trained = programme.trainedBy(time);
        return trained.isEmpty() ? programme.officers(0).getFirst() : chance.of(trained);
    }
}
