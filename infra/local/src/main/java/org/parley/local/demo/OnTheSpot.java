package org.parley.local.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What trained officers did on the street: micro-interventions, and full mediations of their own. */
final class OnTheSpot {

    static final int MICRO_INTERVENTIONS = 3_000;
    static final int SESSIONS = 220;

    /** The first cohort needs some weeks before anybody is trained. */
    private static final int DAYS = 330;

    private static final String COORDINATOR = "coordinator";
    private static final String SESSION = "session";

    private final Programme programme;
    private final List<MicroIntervention> microInterventions;
    private final List<Mediation> mediations;

    OnTheSpot(Programme programme) {
        this.programme = programme;
        this.microInterventions = IntStream.range(0, MICRO_INTERVENTIONS)
                .mapToObj(this::microIntervention)
                .toList();
        this.mediations = IntStream.range(0, SESSIONS).mapToObj(this::mediation).toList();
    }

    List<MicroIntervention> microInterventions() {
        return microInterventions;
    }

    List<Mediation> mediations() {
        return mediations;
    }

    void playMicroInterventions(Doors doors) {
        doors.all(microInterventions.stream()
                .<Runnable>map(
                        one -> () -> doors.put(COORDINATOR, SESSION, "/v1/micro-interventions/" + one.id(), one.body()))
                .toList());
    }

    void playMediations(Doors doors) {
        doors.all(mediations.stream()
                .<Runnable>map(one -> () -> doors.put(COORDINATOR, SESSION, "/v1/sessions/" + one.id(), one.body(null)))
                .toList());
    }

    private MicroIntervention microIntervention(int n) {
        var chance = programme.chance("micro-intervention-" + n);
        var at = chance.within(DAYS, programme.end());
        return MicroIntervention.by(officer(chance, at), at, chance);
    }

    private Mediation mediation(int n) {
        var chance = programme.chance("officer-session-" + n);
        var end = chance.within(DAYS, programme.end());
        return Mediation.by(officer(chance, end), end, chance);
    }

    private Officer officer(Chance chance, Instant time) {
        return chance.of(programme.trainedBy(time));
    }
}
