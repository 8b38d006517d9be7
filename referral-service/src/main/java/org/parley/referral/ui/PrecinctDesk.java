package org.parley.referral.ui;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Actor;
import org.parley.referral.Referral;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;

/** Whom somebody at a precinct refers for, and as whom. */
final class PrecinctDesk {

    private PrecinctDesk() {}

    /** Whoever speaks for none, or for all, refers nothing here. */
    static List<String> commands(Caller caller) {
        var own = caller.scope("command");
        if (own.isEmpty() || own.contains(Caller.ANY)) {
            throw ProblemException.notFound();
        }
        return own.stream().sorted().toList();
    }

    /** @param asked null for the only one or the first */
    static String command(Caller caller, @Nullable String asked) {
        var own = commands(caller);
        if (asked == null) {
            return own.getFirst();
        }
        if (!own.contains(asked)) {
            throw ProblemException.notFound();
        }
        return asked;
    }

    /** An officer acts under the opaque id, not under the name of the log-in. */
    static Actor actor(Caller caller) {
        return officer(caller)
                .map(officer -> new Actor("officer", officer.toString()))
                .orElseGet(() -> new Actor("commander", caller.id()));
    }

    /** The opaque id; empty for a commander. */
    static Optional<UUID> officer(Caller caller) {
        return caller.is("officer") ? caller.claim("officer").map(UUID::fromString) : Optional.empty();
    }

    static boolean mayTouch(Caller caller, Referral referral) {
        return commands(caller).contains(referral.dispute().command());
    }
}
