package org.parley.referral.timekeeping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Offer;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whatever happens to a referral, when it has to be looked at next is written down before the world hears of it. */
@Component
class WakeupFollower implements OutboxFollower {

    private static final String SUBMITTED = "org.parley.referral.submitted.v1";

    /** What is kept after an end is kept for a time that is known then. */
    private static final Set<String> ENDS = Set.of(
            "org.parley.referral.closed.v1",
            "org.parley.referral.withdrawn.v1",
            "org.parley.referral.entered-in-error.v1");

    private record Told(Matter referral) {}

    private record Matter(
            UUID id,
            @Nullable Due due,
            List<Open> offers,
            List<Instant> consentEnds,
            @Nullable Instant keptUntil) {

        /** An offer is looked at when half its time is over, and from then on when all of it is. */
        Optional<Instant> wakeup() {
            return offers.stream()
                    .filter(offer -> offer.state().equals("PENDING"))
                    .map(offer -> Offer.halfTime(offer.offeredAt(), offer.deadline()))
                    .findFirst()
                    .or(() -> Optional.ofNullable(due).map(Due::at));
        }
    }

    private record Open(String state, Instant offeredAt, Instant deadline) {}

    private record Due(Instant at) {}

    private final Wakeups wakeups;
    private final JsonMapper json;

    WakeupFollower(Wakeups wakeups, JsonMapper json) {
        this.wakeups = wakeups;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public boolean follows(String type) {
        return type.startsWith("org.parley.referral.");
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        var matter = json.readValue(entry.data(), Told.class).referral();
        matter.wakeup().ifPresent(at -> wakeups.add(new Wakeup(at, matter.id())));
        if (matter.keptUntil() != null && ENDS.contains(entry.type())) {
            wakeups.add(new Wakeup(matter.keptUntil(), matter.id()));
        }
        if (SUBMITTED.equals(entry.type())) {
            matter.consentEnds().forEach(end -> wakeups.add(new Wakeup(end, matter.id())));
        }
    }
}
