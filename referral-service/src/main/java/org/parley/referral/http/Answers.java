package org.parley.referral.http;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Answer;
import org.parley.referral.Answer.Expected;
import org.parley.referral.Current;
import org.parley.starter.web.ETags;
import org.parley.starter.web.ProblemException;
import org.springframework.http.ResponseEntity;

/** Answers of the domain as answers of HTTP. */
final class Answers {

    private Answers() {}

    static <V> ResponseEntity<V> of(Answer answer, Function<Current, V> view) {
        return switch (answer) {
            case Answer.Done(var current) -> withVersion(current, view);
            case Answer.NotFound _ -> throw ProblemException.notFound();
            case Answer.VersionMismatch(var current) -> throw ProblemException.versionMismatch(current);
            case Answer.Refused(var refusal) -> throw ProblemException.conflict(refusal.code(), refusal.text());
        };
    }

    static <V> ResponseEntity<V> withVersion(Current current, Function<Current, V> view) {
        return ResponseEntity.ok().eTag(ETags.of(current.version())).body(view.apply(current));
    }

    /** What If-Match asks for. It is the decision that compares, since only it knows the version it changes. */
    static Expected expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return Expected.ANY;
        }
        return version ->
                Arrays.stream(ifMatch.split(",", -1)).map(String::strip).anyMatch(ETags.of(version)::equals);
    }
}
