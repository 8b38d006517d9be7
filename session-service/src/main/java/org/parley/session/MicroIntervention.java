package org.parley.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.starter.outbox.Fact;

/**
 * A de-escalation that was logged. Whether an arrest was likely and whether one was made are told separately.
 *
 * @param voidReason why it counts no more; null while it does
 * @param change what made it as it is now
 * @param earlier how it was before, the first version first
 */
public record MicroIntervention(
        @JsonUnwrapped MicroInterventionReport report,
        String borough,
        Instant loggedAt,
        @Nullable VoidReason voidReason,
        @JsonIgnore Change change,
        @JsonIgnore List<Earlier> earlier)
        implements Log {

    /** A version that was replaced. */
    public record Earlier(MicroInterventionReport report, Change change) {}

    public MicroIntervention {
        earlier = List.copyOf(earlier);
    }

    static MicroIntervention logged(MicroInterventionReport report, String borough, Actor actor, Instant now) {
        return new MicroIntervention(report, borough, now, null, Change.logged(actor, now), List.of());
    }

    @Override
    public boolean counts() {
        return voidReason == null;
    }

    @Override
    public boolean mayChange() {
        return !Trail.isFull(earlier);
    }

    @Override
    public boolean isReadBy(Author author) {
        return author.reads(report);
    }

    @Override
    public Optional<Actor> loggedBy(Author author) {
        return author.logs(report);
    }

    /** The same report again is the same log, whatever has become of it since: a phone sends what it once wrote. */
    boolean repeats(MicroInterventionReport other) {
        return report.equals(other)
                || (!earlier.isEmpty() && earlier.getFirst().report().equals(other));
    }

    /** Who it counts for and who may see it can't be put right: such a log is voided, and another one made. */
    List<Breach> breachesOf(MicroInterventionReport amended) {
        return new Breaches()
                .unless(amended.officer().equals(report.officer()), "/officer", Breach.FIXED)
                .unless(amended.command().equals(report.command()), "/command", Breach.FIXED)
                .found();
    }

    MicroIntervention amended(MicroInterventionReport amended, String itsBorough, Change by) {
        return new MicroIntervention(
                amended, itsBorough, loggedAt, voidReason, by, Trail.with(earlier, new Earlier(report, change)));
    }

    MicroIntervention voided(VoidReason reason, Change by) {
        return new MicroIntervention(
                report, borough, loggedAt, reason, by, Trail.with(earlier, new Earlier(report, change)));
    }

    /** What the world learns when something happened to a micro-intervention: the whole of it. */
    record Told(Actor actor, @Nullable String reason, State microIntervention) {

        record State(UUID id, @JsonUnwrapped MicroIntervention microIntervention) {}

        static Told of(UUID id, MicroIntervention log) {
            return new Told(log.change().actor(), log.change().reason(), new State(id, log));
        }
    }

    /** What has just happened to it. */
    Fact fact(UUID id) {
        return new Fact(change.what().type("micro-intervention"), id.toString(), Told.of(id, this));
    }
}
