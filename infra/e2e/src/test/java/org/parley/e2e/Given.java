package org.parley.e2e;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bodies that are right, for tests to send or to spoil. */
final class Given {

    private Given() {}

    static String newReference() {
        return "e2e-" + UUID.randomUUID();
    }

    /** A referral that passes screening, with contact through the precinct. */
    static Map<String, Object> referral(String reference, String command) {
        var body = new LinkedHashMap<String, Object>();
        body.put("reference", reference);
        body.put("command", command);
        body.put("type", "NOISE");
        body.put("occurredAt", hoursAgo(30).toString());
        body.put("address", Map.of("line", "7 EXAMPLE COURT", "city", "BROOKLYN", "zip", "11208"));
        body.put("contactVia", "PRECINCT");
        body.put("screening", screening(false));
        return body;
    }

    static Map<String, Object> screening(boolean arrestMade) {
        return Map.of(
                "arrestMade", arrestMade,
                "violentFelonyOrDrugs", false,
                "weapon", false,
                "orderOfProtection", false,
                "intimatePartner", false);
    }

    /** A session that a center held for a referral, with an agreement on everything. */
    static Map<String, Object> agreementOf(String center, @Nullable String referral, String command) {
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", "CENTER_LED");
        body.put("command", command);
        body.put("center", center);
        body.put("type", "NOISE");
        body.put("officers", List.of());
        body.put("facilitators", 2);
        body.put("parties", 2);
        body.put("startedAt", hoursAgo(3).toString());
        body.put("endedAt", hoursAgo(1).toString());
        body.put("sitting", 1);
        body.put("techniques", List.of("PARAPHRASE", "INTERESTS", "AGREEMENT_WRITING"));
        body.put("outcome", "AGREEMENT_ALL");
        body.put("notHeldReason", null);
        body.put("referral", referral);
        return body;
    }

    /** A scene that calmed down, where an arrest was likely and none was made. */
    static Map<String, Object> avoidedArrest(String officer, String command) {
        var body = new LinkedHashMap<String, Object>();
        body.put("officer", officer);
        body.put("command", command);
        body.put("type", "NEIGHBOR");
        body.put("occurredAt", hoursAgo(2).toString());
        body.put("techniques", List.of("MIRRORING", "PAUSE", "DISTANCE"));
        body.put("outcome", "CALMED");
        body.put("arrestWasLikely", true);
        body.put("arrestMade", false);
        return body;
    }

    static Instant hoursAgo(int hours) {
        return Instant.now().minus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    }
}
