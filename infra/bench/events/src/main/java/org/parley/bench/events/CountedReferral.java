package org.parley.bench.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** As much of an event as is counted: the same fields that reporting-service reads. */
public record CountedReferral(Referral referral) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public record Referral(
            String state,
            String command,
            String borough,
            String type,
            Instant submittedAt,
            List<Offer> offers,
            @Nullable String center,
            @Nullable Instant acceptedAt) {}

    public record Offer(String center, String state) {}

    public static CountedReferral read(byte[] data) {
        return JSON.readValue(data, CountedReferral.class);
    }

    public Contribution contribution() {
        if (referral.state().equals("ENTERED_IN_ERROR")) {
            return Contribution.NONE;
        }
        return Contribution.of(
                referral.state(),
                referral.acceptedAt() != null,
                referral.submittedAt(),
                List.of(referral.borough(), referral.command(), with(), referral.type()));
    }

    private String with() {
        if (referral.center() != null) {
            return referral.center();
        }
        return referral.offers().stream()
                .filter(offer -> offer.state().equals("PENDING"))
                .map(Offer::center)
                .findFirst()
                .orElse("");
    }
}
