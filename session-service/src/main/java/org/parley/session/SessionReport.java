package org.parley.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a session: the whole of it, and nothing else. Who it was about and what was said has no field.
 * Officers and techniques are sets: in whatever order they are told, it is the same report.
 */
public record SessionReport(
        SessionKind kind,
        String command,
        @Nullable String center,
        DisputeType type,
        List<UUID> officers,
        int facilitators,
        int parties,
        Instant startedAt,
        Instant endedAt,
        int sitting,
        List<Technique> techniques,
        SessionOutcome outcome,
        @Nullable NotHeldReason notHeldReason,
        @Nullable UUID referral) {

    /** Phones and desks are not exactly on time. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final int SENSIBLE = 1_000;

    public SessionReport {
        officers = officers.stream().distinct().sorted().toList();
        techniques = techniques.stream().distinct().sorted().toList();
        startedAt = Stored.precision(startedAt);
        endedAt = Stored.precision(endedAt);
    }

    public boolean held() {
        return outcome != SessionOutcome.NOT_HELD;
    }

    List<Breach> breaches(Instant now) {
        var latest = now.plus(CLOCK_TOLERANCE);
        var breaches = new Breaches()
                .unless(!startedAt.isAfter(latest), "/startedAt", "must not be in the future")
                .unless(!endedAt.isAfter(latest), "/endedAt", "must not be in the future")
                .unless(!endedAt.isBefore(startedAt), "/endedAt", "must not be before startedAt")
                .unless(!held() || !endedAt.equals(startedAt), "/endedAt", "must be after startedAt when held")
                .unless(held() || notHeldReason != null, "/notHeldReason", "is needed with NOT_HELD")
                .unless(!held() || notHeldReason == null, "/notHeldReason", "goes only with NOT_HELD")
                .unless(sitting >= 1 && sitting <= SENSIBLE, "/sitting", "must be between 1 and " + SENSIBLE)
                .unless(
                        facilitators >= (held() ? 1 : 0) && facilitators <= SENSIBLE,
                        "/facilitators",
                        held() ? "must be at least 1 when held" : "must be between 0 and " + SENSIBLE)
                .unless(
                        parties >= (held() ? 2 : 0) && parties <= SENSIBLE,
                        "/parties",
                        held() ? "must be at least 2 when held" : "must be between 0 and " + SENSIBLE);
        return Stream.concat(breaches.found().stream(), ledBreaches().stream()).toList();
    }

    private List<Breach> ledBreaches() {
        return switch (kind) {
            case OFFICER_LED ->
                new Breaches()
                        .unless(!officers.isEmpty(), "/officers", "must name an officer when OFFICER_LED")
                        .unless(center == null, "/center", "goes only with CENTER_LED")
                        .found();
            case CENTER_LED ->
                new Breaches()
                        .unless(center != null, "/center", "is needed with CENTER_LED")
                        .found();
        };
    }
}
