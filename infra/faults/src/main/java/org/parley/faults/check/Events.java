package org.parley.faults.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.faults.history.Event;
import tools.jackson.databind.JsonNode;

/** What the topics tell, without what they tell twice: the events of each aggregate in the order of their sequences. */
final class Events {

    static final String REFERRAL = "referral";
    static final String TRAINING = "training";
    static final String ENROLLMENT = "enrollment";
    static final String CERTIFICATE = "certificate";
    static final String EVALUATION = "evaluation";
    static final String SESSION = "session";
    static final String MICRO_INTERVENTION = "micro-intervention";

    private static final String PREFIX = "org.parley.";

    /** Kind of aggregate → its id → events. */
    private final Map<String, Map<String, List<Event>>> kinds = new HashMap<>();

    Events(List<Event> events) {
        var seen = new HashSet<String>();
        for (var event : events) {
            if (seen.add(kind(event) + "/" + event.subject() + "/" + event.sequence())) {
                kinds.computeIfAbsent(kind(event), _ -> new HashMap<>())
                        .computeIfAbsent(event.subject(), _ -> new ArrayList<>())
                        .add(event);
            }
        }
        kinds.values()
                .forEach(kind -> kind.values().forEach(one -> one.sort(Comparator.comparingLong(Event::sequence))));
    }

    Map<String, List<Event>> of(String kind) {
        return kinds.getOrDefault(kind, Map.of());
    }

    /** Of one aggregate. */
    List<Event> of(String kind, String id) {
        return of(kind).getOrDefault(id, List.of());
    }

    /** Of all aggregates of the kind, those of one past tense. */
    Stream<Event> all(String kind, String past) {
        return of(kind).values().stream()
                .flatMap(List::stream)
                .filter(event -> past(event).equals(past));
    }

    Optional<Event> find(String kind, String id, String past) {
        return of(kind, id).stream().filter(event -> past(event).equals(past)).findFirst();
    }

    /** {@code org.parley.<kind>.<past tense>.v1}; empty for a type that is not of this form. */
    static String kind(Event event) {
        var rest = event.type().startsWith(PREFIX) ? event.type().substring(PREFIX.length()) : "";
        return rest.substring(0, Math.max(0, rest.indexOf('.')));
    }

    /** The last word of the type; empty for a type that is not of this form. */
    static String past(Event event) {
        var from = PREFIX.length() + kind(event).length() + 1;
        return event.type().endsWith(".v1") && from < event.type().length() - 3
                ? event.type().substring(from, event.type().length() - 3)
                : "";
    }

    /** The aggregate after the event. */
    static JsonNode state(Event event) {
        var kind = kind(event);
        return event.data().path(kind.equals(MICRO_INTERVENTION) ? "microIntervention" : kind);
    }
}
