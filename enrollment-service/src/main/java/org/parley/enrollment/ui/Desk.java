package org.parley.enrollment.ui;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;

/** As whom, and for which commands, somebody sits before the pages. */
final class Desk {

    private Desk() {}

    /** The opaque id, never the name of the log-in in its place. */
    static UUID officer(Caller caller) {
        return caller.claim("officer")
                .flatMap(Entered::uuid)
                .orElseThrow(() -> ProblemException.forbidden("Your sign-in does not say which officer you are."));
    }

    /** Whoever speaks for none, or for all, has no officers here. */
    static List<Words.Named> commands(Caller caller) {
        var own = caller.scope("command");
        if (own.isEmpty() || own.contains(Caller.ANY)) {
            throw ProblemException.forbidden("Your sign-in does not say which command you are of.");
        }
        return own.stream().sorted().map(Words::command).toList();
    }

    /** @param asked null for the only one or the first */
    static String command(Caller caller, @Nullable String asked) {
        var own = commands(caller);
        return asked == null
                ? own.getFirst().code()
                : own.stream()
                        .map(Words.Named::code)
                        .filter(asked::equals)
                        .findFirst()
                        .orElseThrow(ProblemException::notFound);
    }
}
