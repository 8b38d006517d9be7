package org.parley.faults.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Delivery;
import org.parley.faults.history.Event;
import org.parley.faults.history.FeedLine;
import org.parley.faults.history.Figure;
import org.parley.faults.history.Found;
import org.parley.faults.history.Told;
import org.parley.faults.history.TrainingFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run that is made up: what was asked and what is found. Everything in it can be changed afterwards, to see which rule
 * sees it. Time goes on by a second with every deed.
 */
final class Story {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PARTITIONS = 12;

    final List<Asked> history = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final Map<String, JsonNode> referrals = new HashMap<>();
    final List<FeedLine> feeds = new ArrayList<>();
    final List<Delivery> deliveries = new ArrayList<>();
    final Set<String> webhookCenters = new HashSet<>();
    final Map<String, Long> acknowledged = new HashMap<>();
    final Set<String> worklist = new HashSet<>();
    final List<TrainingFound> trainings = new ArrayList<>();
    final Map<String, JsonNode> logs = new HashMap<>();
    final Map<String, Set<String>> stored = new HashMap<>();
    final Map<String, Long> facts = new HashMap<>();
    final Map<Figure, Long> figures = new HashMap<>();
    final Map<Figure, Long> rebuilt = new HashMap<>();
    final Map<Figure, Long> published = new HashMap<>();
    final List<String> fallenRevisions = new ArrayList<>();
    final List<String> deadLetters = new ArrayList<>();
    final Set<Duration> clockShifts = new HashSet<>();

    /** Of each aggregate the sequences, of each partition the offsets, of each feed the numbers. */
    private final Map<String, Long> next = new HashMap<>();

    private Instant now = Instant.parse("2026-11-23T15:00:00Z");

    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    /** The golden example of an event's data. */
    static ObjectNode example(String type) {
        try (var in = Story.class.getResourceAsStream("/contracts/examples/org.parley." + type + ".v1.json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant now() {
        return now;
    }

    void waitsUntil(Instant then) {
        now = then;
    }

    /** A deed that is done and answered now. */
    Asked asks(String client, Deed deed, String subject, JsonNode body, JsonNode answer) {
        return asks(client, deed, subject, body, Told.DONE, answer);
    }

    Asked asks(String client, Deed deed, String subject, JsonNode body, Told told) {
        return asks(client, deed, subject, body, told, MissingNode.getInstance());
    }

    /** A deed that is refused as the domain does. */
    Asked isRefused(String client, Deed deed, String subject, JsonNode body, String problem) {
        var answer = json("{}").put("type", "urn:parley:problem:" + problem);
        return asks(client, deed, subject, body, Told.REFUSED, answer);
    }

    private Asked asks(String client, Deed deed, String subject, JsonNode body, Told told, JsonNode answer) {
        now = now.plusSeconds(1);
        var status = switch (told) {
            case DONE -> 200;
            case REFUSED -> 409;
            case UNCERTAIN -> 0;
        };
        var asked = new Asked(
                "deed-" + history.size(),
                client,
                deed,
                subject,
                body,
                now.minusMillis(20),
                now.plusMillis(20),
                1,
                told,
                status,
                answer);
        history.add(asked);
        return asked;
    }

    /** An event that happens now, with the next number of its aggregate. */
    void tells(String type, String id, JsonNode data) {
        var sequence = next.merge(id, 1L, Long::sum);
        append(new Event(
                topic(type),
                Math.floorMod(id.hashCode(), PARTITIONS),
                0,
                id,
                id + ":" + sequence,
                "org.parley." + type + ".v1",
                id,
                sequence,
                now,
                now.plus(Duration.ofMillis(50)),
                data.deepCopy()));
    }

    /** At the end of its partition. */
    void append(Event event) {
        var offset = next.merge(event.topic() + "-" + event.partition(), 1L, Long::sum) - 1;
        events.add(new Event(
                event.topic(),
                event.partition(),
                offset,
                event.key(),
                event.id(),
                event.type(),
                event.subject(),
                event.sequence(),
                event.time(),
                event.appended(),
                event.data()));
    }

    void feeds(String center, String kind, String referral, int offer) {
        feeds.add(new FeedLine(center, next.merge("feed " + center, 1L, Long::sum), kind, referral, offer));
    }

    void stores(String collection, String id) {
        stored.computeIfAbsent(collection, _ -> new HashSet<>()).add(id);
    }

    /** Everything that reporting-service would make of the events. */
    Story counted() {
        var told = new Events(events);
        figures.clear();
        figures.putAll(Recount.byDay(told));
        rebuilt.clear();
        rebuilt.putAll(figures);
        published.clear();
        published.putAll(Recount.published(figures));
        facts.clear();
        Recount.KINDS.forEach(kind -> told.of(kind)
                .forEach((id, its) -> facts.put(kind + "/" + id, its.getLast().sequence())));
        return this;
    }

    Found found() {
        return new Found(
                events,
                referrals,
                feeds,
                deliveries,
                webhookCenters,
                acknowledged,
                worklist,
                trainings,
                logs,
                stored,
                facts,
                figures,
                rebuilt,
                published,
                fallenRevisions,
                deadLetters,
                clockShifts);
    }

    List<Violation> check() {
        return Checker.check(history, found());
    }

    Event event(String type, String id) {
        return events.stream()
                .filter(is(type, id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + type + " of " + id));
    }

    static Predicate<Event> is(String type, String id) {
        return event -> event.type().equals("org.parley." + type + ".v1")
                && event.subject().equals(id);
    }

    /** As if the event had said something else. */
    void changeData(String type, String id, Consumer<ObjectNode> change) {
        var data = (ObjectNode) event(type, id).data().deepCopy();
        change.accept(data);
        replace(type, id, event -> with(event, event.sequence(), event.time(), data));
    }

    /** As if it had another number, or had happened at another time. */
    void replace(String type, String id, UnaryOperator<Event> change) {
        var event = event(type, id);
        events.set(events.indexOf(event), change.apply(event));
    }

    void remove(String type, String id) {
        events.removeIf(is(type, id));
    }

    static Event with(Event event, long sequence, Instant time, JsonNode data) {
        return new Event(
                event.topic(),
                event.partition(),
                event.offset(),
                event.key(),
                event.id(),
                event.type(),
                event.subject(),
                sequence,
                time,
                event.appended(),
                data);
    }

    /** As if the client had been told something else. */
    void changeTold(Deed deed, String subject, Told told) {
        change(deed, subject, asked -> with(asked, asked.body(), asked.attempts(), told, asked.answer()));
    }

    void change(Deed deed, String subject, UnaryOperator<Asked> change) {
        history.replaceAll(
                asked -> asked.deed() == deed && asked.subject().equals(subject) ? change.apply(asked) : asked);
    }

    static Asked with(Asked asked, JsonNode body, int attempts, Told told, JsonNode answer) {
        return new Asked(
                asked.id(),
                asked.client(),
                asked.deed(),
                asked.subject(),
                body,
                asked.began(),
                asked.ended(),
                attempts,
                told,
                asked.status(),
                answer);
    }

    /** As if it were shown with something else. */
    static void change(Map<String, JsonNode> shown, String key, Consumer<ObjectNode> change) {
        var copy = (ObjectNode) shown.get(key).deepCopy();
        change.accept(copy);
        shown.put(key, copy);
    }

    void changeTraining(String id, String state, int capacity) {
        trainings.replaceAll(training ->
                training.id().equals(id) ? new TrainingFound(id, state, capacity, training.roster()) : training);
    }

    void changeSeat(String id, String officer, UnaryOperator<TrainingFound.Seat> change) {
        changeRoster(
                id,
                roster -> roster.replaceAll(
                        seat -> seat.officer().equals(TrainingStory.officer(officer)) ? change.apply(seat) : seat));
    }

    void changeSeat(String id, String officer, String state) {
        changeSeat(id, officer, seat -> new TrainingFound.Seat(seat.enrollment(), seat.officer(), state));
    }

    void changeRoster(String id, Consumer<List<TrainingFound.Seat>> change) {
        trainings.replaceAll(training -> {
            if (!training.id().equals(id)) {
                return training;
            }
            var roster = new ArrayList<>(training.roster());
            change.accept(roster);
            return new TrainingFound(id, training.state(), training.capacity(), roster);
        });
    }

    private static String topic(String type) {
        return switch (type.substring(0, type.indexOf('.'))) {
            case "referral" -> "parley.referrals.v1";
            case "session", "micro-intervention" -> "parley.sessions.v1";
            default -> "parley.enrollment.v1";
        };
    }
}
