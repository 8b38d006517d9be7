package org.parley.starter.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * What a document carries beside its state: the numbers given so far, the commands already done, and the events that
 * may not have been sent yet. Only {@link Documents} makes and reads one.
 */
public final class Envelope {

    /** A command is looked for only by its own retries, so the last few suffice. */
    private static final int REMEMBERED_COMMANDS = 16;

    final long lastEntry;
    final Map<String, Long> sequences;
    final List<String> commands;
    final List<OutboxEntry> pending;

    Envelope(long lastEntry, Map<String, Long> sequences, List<String> commands, List<OutboxEntry> pending) {
        this.lastEntry = lastEntry;
        this.sequences = Map.copyOf(sequences);
        this.commands = List.copyOf(commands);
        this.pending = List.copyOf(pending);
    }

    static Envelope empty() {
        return new Envelope(0, Map.of(), List.of(), List.of());
    }

    static Envelope from(Document document) {
        var sequences = new LinkedHashMap<String, Long>();
        document.get("sequences", Document.class)
                .forEach((subject, last) -> sequences.put(subject, ((Number) last).longValue()));
        return new Envelope(
                document.getLong("lastEntry"),
                sequences,
                document.getList("commands", String.class, List.of()),
                document.getList("outbox", Document.class, List.of()).stream()
                        .map(OutboxEntry::from)
                        .toList());
    }

    /** The envelope after a command that caused these facts, all pending ones included. */
    Envelope after(String command, List<Fact> facts, Instant now, long epoch, JsonBytes json) {
        var nextSequences = new LinkedHashMap<>(sequences);
        var nextPending = new ArrayList<>(pending);
        var entry = lastEntry;
        for (var fact : facts) {
            var sequence = nextSequences.merge(
                    fact.subject(), Sequence.after(0, epoch), (last, first) -> Sequence.after(last, epoch));
            nextPending.add(
                    new OutboxEntry(++entry, fact.type(), fact.subject(), sequence, now, json.write(fact.data())));
        }
        var nextCommands = new ArrayList<>(
                commands.subList(Math.max(0, commands.size() - REMEMBERED_COMMANDS + 1), commands.size()));
        nextCommands.add(command);
        return new Envelope(entry, nextSequences, nextCommands, nextPending);
    }

    List<OutboxEntry> since(Envelope before) {
        return pending.stream()
                .filter(entry -> entry.entry() > before.lastEntry)
                .toList();
    }

    boolean remembers(String command) {
        return commands.contains(command);
    }

    /** How data becomes bytes, once. */
    @FunctionalInterface
    interface JsonBytes {
        byte[] write(Object data);
    }
}
