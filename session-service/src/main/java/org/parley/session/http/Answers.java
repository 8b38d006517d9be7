package org.parley.session.http;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.session.Breach;
import org.parley.session.Correction;
import org.parley.session.Expected;
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
            case Logging.Conflicting<T> _, Logging.Refused<T> _, Logging.Forbidden<T> _ -> throw problem(logging);
        };
    }

    static <T, V> ResponseEntity<V> to(Correction<T> correction, Function<Held<T>, V> view) {
        return switch (correction) {
            case Correction.Done<T>(var held) -> answer(HttpStatus.OK, held, view);
            case Correction.NotFound<T> _ -> throw ProblemException.notFound();
            case Correction.Forbidden<T> _ ->
                throw ProblemException.forbidden("Who may log it may correct it; others may only read it.");
            case Correction.Stale<T>(var version) -> throw ProblemException.versionMismatch(version);
            case Correction.Voided<T> _ ->
                throw ProblemException.conflict("voided", "This log was voided. It stays as it was.");
            case Correction.TooOften<T> _ ->
                throw ProblemException.conflict("changed-too-often", "A log can't be changed any more often.");
            case Correction.Refused<T>(var breaches) -> throw refused(breaches);
        };
    }

    /** What If-Match asks for. It is the decision that compares, since only it knows the version it changes. */
    static Expected expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return Expected.ANY;
        }
        return version ->
                Arrays.stream(ifMatch.split(",", -1)).map(String::strip).anyMatch(ETags.of(version)::equals);
    }

    /** Two who amend at once each send the whole of it: without If-Match one would undo the other unawares. */
    static Expected required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "version-needed",
                    "Say which version",
                    "If-Match must name the version that is to be amended, as its ETag has it.",
                    List.of());
        }
        return expected(ifMatch);
    }

    /** What a log in a batch is refused with. */
    static <T> ProblemException problem(Logging<T> logging) {
        return switch (logging) {
            case Logging.Logged<T> _, Logging.Repeated<T> _ -> throw new IllegalArgumentException("It was taken");
            case Logging.Conflicting<T> _ ->
                ProblemException.conflict(
                        "logged-differently", "Another log has this id. A log is only created, never replaced.");
            case Logging.Refused<T>(var breaches) -> refused(breaches);
            case Logging.Forbidden<T> _ ->
                ProblemException.forbidden(
                        "Officers log what they took part in, in their command; centers what they led.");
        };
    }

    private static ProblemException refused(List<Breach> breaches) {
        return ProblemException.invalid(breaches.stream()
                .map(breach -> new Violation(breach.field(), breach.rule()))
                .toList());
    }

    static <T, V> ResponseEntity<V> found(Held<T> held, Function<Held<T>, V> view) {
        return answer(HttpStatus.OK, held, view);
    }

    private static <T, V> ResponseEntity<V> answer(HttpStatus status, Held<T> held, Function<Held<T>, V> view) {
        return ResponseEntity.status(status).eTag(ETags.of(held.version())).body(view.apply(held));
    }
}
