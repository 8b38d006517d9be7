package org.parley.referral.duplicates;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Notes where and when each dispute was, before the world hears of it. */
@Component
class LookalikeFollower implements OutboxFollower {

    private static final Set<String> FOLLOWED =
            Set.of("org.parley.referral.submitted.v1", "org.parley.referral.amended.v1");

    private record Told(Matter referral) {}

    private record Matter(UUID id, @Nullable UUID placeId, String type, Instant occurredAt) {}

    private final Lookalikes lookalikes;
    private final JsonMapper json;

    LookalikeFollower(Lookalikes lookalikes, JsonMapper json) {
        this.lookalikes = lookalikes;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public boolean follows(String type) {
        return FOLLOWED.contains(type);
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        var matter = json.readValue(entry.data(), Told.class).referral();
        if (matter.placeId() != null) {
            lookalikes.add(Likeness.of(matter.placeId(), matter.type(), matter.occurredAt()), matter.id());
        }
    }
}
