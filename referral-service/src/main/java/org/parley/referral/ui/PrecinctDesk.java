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

    /** An officer acts under the opaque id and nothing else: a log-in's name may be a person's. */
    static Actor actor(Caller caller) {
        if (!caller.is("officer")) {
            return new Actor("commander", caller.id());
        }
        return officer(caller)
                .map(officer -> new Actor("officer", officer.toString()))
                .orElseThrow(() -> ProblemException.forbidden("This log-in does not say which officer it is of."));
    }

    /** The opaque id; empty for a commander, and for an officer whose log-in has none. */
    static Optional<UUID> officer(Caller caller) {
        return caller.is("officer") ? caller.claim("officer").flatMap(PrecinctDesk::id) : Optional.empty();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean mayTouch(Caller caller, Referral referral) {
        return commands(caller).contains(referral.dispute().command());
    }
}
