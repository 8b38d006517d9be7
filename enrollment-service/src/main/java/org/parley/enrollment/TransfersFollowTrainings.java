package org.parley.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Whoever left a training for another one arrives there, also when the copy that wrote the one died before the other. */
@Component
class TransfersFollowTrainings implements OutboxFollower {

    private final Transfers transfers;
    private final JsonMapper json;

    TransfersFollowTrainings(Transfers transfers, JsonMapper json) {
        this.transfers = transfers;
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Left(Actor actor, Leaver enrollment) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Leaver(
            UUID officer,
            String command,
            String borough,
            boolean nco,
            Instant requestedAt,
            @Nullable UUID movedTo) {

        Enrollment in(UUID training) {
            return Enrollment.requested(training, new SeatRequest(officer, command, nco), borough, requestedAt)
                    .waitlist();
        }
    }

    @Override
    public boolean follows(String type) {
        return type.equals(TrainingFacts.ENROLLMENT_WITHDRAWN);
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        var left = json.readValue(entry.data(), Left.class);
        var to = left.enrollment().movedTo();
        if (to != null) {
            transfers.arrive(to, left.enrollment().in(to), left.actor());
        }
    }
}
