package org.parley.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What may be told of an on-the-spot de-escalation. */
public record MicroInterventionReport(
        UUID officer,
        String command,
        DisputeType type,
        Instant occurredAt,
        List<Technique> techniques,
        MicroInterventionOutcome outcome,
        boolean arrestWasLikely,
        boolean arrestMade) {

    public MicroInterventionReport {
        techniques = techniques.stream().distinct().sorted().toList();
        occurredAt = Stored.precision(occurredAt);
    }

    List<Breach> breaches(Instant now) {
        return new Breaches()
                .unless(
                        !occurredAt.isAfter(now.plus(SessionReport.CLOCK_TOLERANCE)),
                        "/occurredAt",
                        "must not be in the future")
                .unless(arrestMade || !outcome.isArrest(), "/arrestMade", "must be true with ARREST")
                .unless(!arrestMade || outcome.allowsArrest(), "/arrestMade", "must be false with " + outcome)
                .found();
    }
}
