package org.parley.session.lists;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.parley.session.MicroIntervention;
import org.parley.session.Session;
import org.parley.starter.outbox.Documents;
import org.springframework.stereotype.Component;

/** The logs that lines stand for. */
@Component
class LineReader {

    private final Documents<Session> sessions;
    private final Documents<MicroIntervention> microInterventions;

    LineReader(Documents<Session> sessions, Documents<MicroIntervention> microInterventions) {
        this.sessions = sessions;
        this.microInterventions = microInterventions;
    }

    /** Two round trips at most. */
    Map<UUID, LogPage.Item> read(Collection<Line> lines) {
        var found = new HashMap<UUID, LogPage.Item>();
        sessions.findAll(ids(lines, Glimpse.Kind.SESSION))
                .forEach((id, held) -> found.put(UUID.fromString(id), new LogPage.OfSession(held)));
        microInterventions
                .findAll(ids(lines, Glimpse.Kind.MICRO_INTERVENTION))
                .forEach((id, held) -> found.put(UUID.fromString(id), new LogPage.OfMicroIntervention(held)));
        return found;
    }

    /** False where a log stood before its time was amended. */
    static boolean isOfItsTime(Line line, LogPage.Item item) {
        return switch (item) {
            case LogPage.OfSession(var held) ->
                held.state().report().startedAt().equals(line.at());
            case LogPage.OfMicroIntervention(var held) ->
                held.state().report().occurredAt().equals(line.at());
        };
    }

    private static Collection<String> ids(Collection<Line> lines, Glimpse.Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(line -> line.id().toString())
                .toList();
    }
}
