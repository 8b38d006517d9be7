package org.parley.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.parley.faults.history.Event;

/**
 * The events of each aggregate stand in one partition of its topic, with sequences 1 to n in this order. One may be sent
 * again after a crash: then it is the same event, to the letter, and every later one comes after its first.
 */
final class Sequences implements Rule {

    private static final Map<String, String> TOPICS = Map.of(
            Events.REFERRAL, "parley.referrals.v1",
            Events.TRAINING, "parley.enrollment.v1",
            Events.ENROLLMENT, "parley.enrollment.v1",
            Events.CERTIFICATE, "parley.enrollment.v1",
            Events.SESSION, "parley.sessions.v1",
            Events.MICRO_INTERVENTION, "parley.sessions.v1");

    @Override
    public void check(Run run, Consumer<String> broken) {
        var aggregates = new LinkedHashMap<String, List<Event>>();
        var ids = new HashMap<String, String>();
        for (var event : run.found().events()) {
            place(event, broken);
            var numbered = event.subject() + ":" + event.sequence();
            if (!ids.computeIfAbsent(event.id(), _ -> numbered).equals(numbered)) {
                broken.accept("The id " + event.id() + " is of " + numbered + " and of another event");
            }
            aggregates
                    .computeIfAbsent(Events.kind(event) + " " + event.subject(), _ -> new ArrayList<>())
                    .add(event);
        }
        aggregates.forEach((aggregate, events) -> order(aggregate, events, broken));
    }

    private static void place(Event event, Consumer<String> broken) {
        if (!event.topic().equals(TOPICS.get(Events.kind(event)))) {
            broken.accept(event.id() + " of type " + event.type() + " stands on " + event.topic());
        }
        if (!event.key().equals(event.subject())
                || !Json.text(Events.state(event), "id").equals(event.subject())) {
            broken.accept(event.id() + " has another key or state than its subject " + event.subject());
        }
    }

    private static void order(String aggregate, List<Event> events, Consumer<String> broken) {
        var known = new HashMap<Long, Event>();
        var due = 1L;
        var before = events.getFirst();
        for (var event : events) {
            if (event.partition() != before.partition() || event.offset() < before.offset()) {
                broken.accept(aggregate + " is in more than one partition, or was not read in order");
            }
            before = event;
            var first = known.putIfAbsent(event.sequence(), event);
            if (first != null) {
                if (!isResent(first, event)) {
                    broken.accept(aggregate + " has two events of sequence " + event.sequence());
                }
                continue;
            }
            if (event.sequence() != due) {
                broken.accept(aggregate + " has sequence " + event.sequence() + " where " + due + " is due");
            }
            due = event.sequence() + 1;
        }
    }

    private static boolean isResent(Event first, Event again) {
        return first.id().equals(again.id())
                && first.type().equals(again.type())
                && first.time().equals(again.time())
                && Json.same(first.data(), again.data());
    }
}
