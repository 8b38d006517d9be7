package org.parley.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A full mediation that was held, led by an officer or by a center.
 *
 * @param officer null when a center led it
 * @param center null when an officer led it
 */
record Mediation(
        UUID id,
        String command,
        @Nullable Officer officer,
        @Nullable String center,
        String type,
        int facilitators,
        int parties,
        Instant startedAt,
        Instant endedAt,
        List<String> techniques,
        String outcome) {

    private static final List<String> OUTCOMES =
            List.of("AGREEMENT_ALL", "AGREEMENT_ALL", "AGREEMENT_MOST", "AGREEMENT_SOME", "PROGRESS", "NO_AGREEMENT");

    /** Each of them ends the referral that it serves. */
    private static final List<String> FINAL_OUTCOMES =
            List.of("AGREEMENT_ALL", "AGREEMENT_ALL", "AGREEMENT_MOST", "AGREEMENT_SOME", "NO_AGREEMENT");

    static Mediation by(Officer officer, Instant end, Chance chance) {
        return new Mediation(
                chance.id("session"),
                officer.command(),
                officer,
                null,
                chance.of(Street.TYPES),
                chance.between(1, 2),
                chance.between(2, 4),
                end.minus(Duration.ofMinutes(chance.between(40, 110))),
                end,
                chance.some(Street.TECHNIQUES, chance.between(2, 6)),
                chance.of(OUTCOMES));
    }

    static Mediation at(String center, String command, String type, Instant end, Chance chance) {
        return new Mediation(
                chance.id("session"),
                command,
                null,
                center,
                type,
                2,
                chance.between(2, 4),
                end.minus(Duration.ofMinutes(chance.between(50, 140))),
                end,
                chance.some(Street.TECHNIQUES, chance.between(3, 7)),
                chance.of(FINAL_OUTCOMES));
    }

    boolean isAgreement() {
        return outcome.startsWith("AGREEMENT_");
    }

    /** @param referral that it serves; null for none */
    Map<String, ?> body(@Nullable String referral) {
        var body = new HashMap<String, Object>(Map.of(
                "kind", center == null ? "OFFICER_LED" : "CENTER_LED",
                "command", command,
                "type", type,
                "facilitators", facilitators,
                "parties", parties,
                "startedAt", startedAt.toString(),
                "endedAt", endedAt.toString(),
                "sitting", 1,
                "techniques", techniques,
                "outcome", outcome));
        if (officer != null) {
            body.put("officers", List.of(officer.id()));
        }
        if (center != null) {
            body.put("center", center);
        }
        if (referral != null) {
            body.put("referral", referral);
        }
        return body;
    }
}
