package org.parley.referral;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Answer.Expected;
import org.parley.referral.Transition.Already;
import org.parley.referral.Transition.Moved;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.DocumentsFactory;
import org.parley.starter.outbox.Fact;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Insertion;
import org.parley.starter.outbox.New;
import org.springframework.stereotype.Component;

/** The referrals there are. Each write also says what happened, in the same document. */
@Component
class Referrals {

    /** The data of every event: who, why, and the referral after it. */
    record Told(Actor actor, @Nullable String reason, PublicReferral referral) {}

    private final Documents<Referral> documents;

    Referrals(DocumentsFactory factory) {
        this.documents = factory.of("referrals", Referral.class, "parley.referrals.v1");
    }

    Optional<Current> find(UUID id) {
        return documents.find(id.toString()).map(Referrals::current);
    }

    /** Those that exist, by id, in one round trip. */
    Map<UUID, Current> findAll(Collection<UUID> ids) {
        var found = new HashMap<UUID, Current>();
        documents
                .findAll(ids.stream().map(UUID::toString).toList())
                .forEach((id, held) -> found.put(UUID.fromString(id), current(held)));
        return found;
    }

    /** The referral under each id, and whether it is the one given. Two round trips at most, one when all are new. */
    Map<UUID, Added> addAll(Map<UUID, Moved> firsts) {
        var added = new HashMap<UUID, Added>();
        if (firsts.size() == 1) {
            firsts.forEach((id, first) ->
                    added.put(id, added(documents.insert(id.toString(), first.after(), facts(id, first.events())))));
        } else {
            var all = new ArrayList<New<Referral>>(firsts.size());
            firsts.forEach((id, first) -> all.add(new New<>(id.toString(), first.after(), facts(id, first.events()))));
            documents.insertAll(all).forEach((id, insertion) -> added.put(UUID.fromString(id), added(insertion)));
        }
        return added;
    }

    record Added(Current current, boolean fresh) {}

    private static Added added(Insertion<Referral> insertion) {
        return switch (insertion) {
            case Insertion.Inserted<Referral>(var held) -> new Added(current(held), true);
            case Insertion.Existing<Referral>(var held) -> new Added(current(held), false);
        };
    }

    /** Moves a referral on, if it is there, has the version expected and its rules allow it. */
    Answer change(UUID id, Expected expected, Function<Referral, Transition> move) {
        return documents
                .<Optional<Answer>>change(id.toString(), held -> switch (move.apply(held.state())) {
                    case Already _ -> Decision.keep(Optional.empty());
                    case Transition.Refused(var refusal) -> Decision.keep(Optional.of(refused(refusal)));
                    case Moved moved ->
                        expected.met(held.version())
                                ? Decision.write(Optional.empty(), moved.after(), facts(id, moved.events()))
                                : Decision.keep(Optional.of(new Answer.VersionMismatch(held.version())));
                })
                .map(outcome -> outcome.answer().orElseGet(() -> new Answer.Done(current(outcome.held()))))
                .orElseGet(Answer.NotFound::new);
    }

    private static Answer refused(Refusal refusal) {
        return refusal == Refusal.NEVER_OFFERED ? new Answer.NotFound() : new Answer.Refused(refusal);
    }

    private static Current current(Held<Referral> held) {
        return new Current(UUID.fromString(held.id()), held.version(), held.state());
    }

    private static List<Fact> facts(UUID id, List<ReferralEvent> events) {
        return events.stream().map(event -> told(id, event)).toList();
    }

    static Fact told(UUID id, ReferralEvent event) {
        var data = new Told(event.actor(), event.reason(), PublicReferral.from(id, event.after()));
        return new Fact(event.type(), id.toString(), data);
    }
}
