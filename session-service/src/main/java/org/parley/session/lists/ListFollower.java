package org.parley.session.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.NewYork;
import org.parley.session.ReferralMatch;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is logged or put right stands in its lists before the world hears of it. One whose time was amended stands at
 * its old time, too: who reads looks at the log itself.
 */
@Component
class ListFollower implements OutboxFollower {

    private record Told(@Nullable Session session, @Nullable MicroIntervention microIntervention) {}

    private record Session(
            UUID id,
            String command,
            List<UUID> officers,
            Instant startedAt,
            ReferralMatch referralMatch,
            Instant loggedAt) {}

    private record MicroIntervention(UUID id, String command, UUID officer, Instant occurredAt) {}

    private final DayLists lists;
    private final JsonMapper json;

    ListFollower(DayLists lists, JsonMapper json) {
        this.lists = lists;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public boolean follows(String type) {
        return type.startsWith("org.parley.session.") || type.startsWith("org.parley.micro-intervention.");
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        var told = json.readValue(entry.data(), Told.class);
        if (told.session() != null) {
            follow(told.session());
        } else if (told.microIntervention() != null) {
            follow(told.microIntervention());
        }
    }

    private void follow(Session session) {
        var line = Line.session(session.startedAt(), session.id());
        add(session.command(), session.officers(), line);
        var unmatched = new DayLists.Addition(
                Names.UNMATCHED, NewYork.day(session.loggedAt()), Line.session(session.loggedAt(), session.id()));
        switch (session.referralMatch()) {
            case PENDING, MISMATCHED -> lists.add(List.of(unmatched));
            case MATCHED -> lists.remove(unmatched);
            case NONE -> {}
        }
    }

    private void follow(MicroIntervention log) {
        add(log.command(), List.of(log.officer()), Line.microIntervention(log.occurredAt(), log.id()));
    }

    private void add(String command, List<UUID> officers, Line line) {
        var day = NewYork.day(line.at());
        var additions = new ArrayList<DayLists.Addition>();
        additions.add(new DayLists.Addition(Names.ofCommand(command), day, line));
        officers.forEach(officer -> additions.add(new DayLists.Addition(Names.ofOfficer(officer), day, line)));
        lists.add(additions);
    }
}
