package org.parley.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.faults.history.Event;

/**
 * The events of each aggregate stand in one partition of its topic, with sequences 1 to n in this order. One may be sent
 * again after a crash: then it is the same event, to the letter, and every later one comes after its first.
 */
final class Sequences implements Rule {

    /** By topic the types that the contracts have. */
    private static final Map<String, Set<String>> TYPES = Map.of(
            "parley.referrals.v1",
            types(
                    "referral.submitted",
                    "referral.screened-out",
                    "referral.amended",
                    "referral.offered",
                    "referral.offer-expired",
                    "referral.accepted",
                    "referral.declined",
                    "referral.contacted",
                    "referral.scheduled",
                    "referral.put-on-hold",
                    "referral.released",
                    "referral.transferred",
                    "referral.overdue",
                    "referral.session-held",
                    "referral.session-voided",
                    "referral.consent-revoked",
                    "referral.contacts-shredded",
                    "referral.closed",
                    "referral.withdrawn",
                    "referral.entered-in-error"),
            "parley.enrollment.v1",
            types(
                    "training.scheduled",
                    "training.rescheduled",
                    "training.cancelled",
                    "training.completed",
                    "training.amended",
                    "enrollment.enrolled",
                    "enrollment.withdrawn",
                    "enrollment.completed",
                    "enrollment.ended",
                    "certificate.issued",
                    "certificate.renewal-due",
                    "certificate.revoked",
                    "evaluation.closed"),
            "parley.sessions.v1",
            types(
                    "session.logged",
                    "session.amended",
                    "session.voided",
                    "micro-intervention.logged",
                    "micro-intervention.amended",
                    "micro-intervention.voided"));

    private static Set<String> types(String... names) {
        return Stream.of(names).map(name -> "org.parley." + name + ".v1").collect(Collectors.toUnmodifiableSet());
    }

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
        if (!TYPES.getOrDefault(event.topic(), Set.of()).contains(event.type())) {
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
