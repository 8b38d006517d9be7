package org.parley.session.http;

import java.util.function.Function;
import org.parley.session.Logging;
import org.parley.starter.outbox.Held;
import org.parley.starter.web.ETags;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.Violation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What a log is answered with. */
final class Answers {

    private Answers() {}

    static <T, V> ResponseEntity<V> to(Logging<T> logging, Function<Held<T>, V> view) {
        return switch (logging) {
            case Logging.Logged<T>(var held) -> answer(HttpStatus.CREATED, held, view);
            case Logging.Repeated<T>(var held) -> answer(HttpStatus.OK, held, view);
            case Logging.Conflicting<T> _ ->
                throw ProblemException.conflict(
                        "logged-differently", "Another log has this id. A log is only created, never replaced.");
            case Logging.Refused<T>(var breaches) ->
                throw ProblemException.invalid(breaches.stream()
                        .map(breach -> new Violation(breach.field(), breach.rule()))
                        .toList());
            case Logging.Forbidden<T> _ ->
                throw ProblemException.forbidden(
                        "Officers log what they took part in, in their command; centers what they led.");
        };
    }

    static <T, V> ResponseEntity<V> found(Held<T> held, Function<Held<T>, V> view) {
        return answer(HttpStatus.OK, held, view);
    }

    private static <T, V> ResponseEntity<V> answer(HttpStatus status, Held<T> held, Function<Held<T>, V> view) {
        return ResponseEntity.status(status).eTag(ETags.of(held.version())).body(view.apply(held));
    }
}
