package org.parley.session;

import java.util.Optional;
import java.util.UUID;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;

/** Changes to one kind of logs, by those who may log them and know which version they change. */
record Corrections<T extends Log>(Documents<T> logs) {

    /** Decides on a log that may be changed: what stands against it, if anything does, and the change. */
    @FunctionalInterface
    interface Deciding<T> {
        Decision<T, Optional<Correction<T>>> on(T log, Actor actor);
    }

    Correction<T> change(UUID id, Author author, Expected expected, Deciding<T> deciding) {
        return logs.<Optional<Correction<T>>>change(id.toString(), held -> {
                    var log = held.state();
                    if (!log.isReadBy(author)) {
                        return refuse(new Correction.NotFound<>());
                    }
                    var actor = log.loggedBy(author);
                    if (actor.isEmpty()) {
                        return refuse(new Correction.Forbidden<>());
                    }
                    if (!expected.isMetBy(held.version())) {
                        return refuse(new Correction.Stale<>(held.version()));
                    }
                    var decision = deciding.on(log, actor.get());
                    // Whatever was changed too often can still be voided: otherwise it would count for ever.
                    var isVoided = decision.state() != null && !decision.state().counts();
                    return decision.state() == null || isVoided || log.mayChange()
                            ? decision
                            : refuse(new Correction.TooOften<>());
                })
                .map(outcome -> outcome.answer().orElseGet(() -> new Correction.Done<>(outcome.held())))
                .orElseGet(Correction.NotFound::new);
    }

    static <T> Decision<T, Optional<Correction<T>>> refuse(Correction<T> why) {
        return Decision.keep(Optional.of(why));
    }

    /** It is as wished already. */
    static <T> Decision<T, Optional<Correction<T>>> already() {
        return Decision.keep(Optional.empty());
    }
}
