package org.parley.session.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.parley.session.Actor;
import org.parley.session.Change;
import org.parley.session.MicroIntervention;
import org.parley.session.Session;
import org.parley.session.VoidReason;
import org.parley.starter.outbox.Held;

/**
 * A log on its page.
 *
 * @param voided why it counts no more, in words; null while it does
 * @param history what became of it, the newest first
 */
record LogCard(
        String path,
        String title,
        long version,
        @Nullable String voided,
        SequencedMap<String, String> facts,
        List<Step> history) {

    static final String SESSIONS = "/logs/sessions/";
    static final String MICRO_INTERVENTIONS = "/logs/micro-interventions/";

    /** @param changed what is another than it was before; of the first version nothing */
    record Step(String when, String what, String who, SequencedMap<String, String> changed) {}

    private record Version(Change change, SequencedMap<String, String> facts) {}

    LogCard {
        history = List.copyOf(history);
    }

    static LogCard ofSession(Held<Session> held) {
        var session = held.state();
        var versions = new ArrayList<Version>();
        session.earlier()
                .forEach(one -> versions.add(
                        new Version(one.change(), LogFacts.of(one.report(), one.certificate(), one.referralMatch()))));
        versions.add(new Version(
                session.change(), LogFacts.of(session.report(), session.certificate(), session.referralMatch())));
        return of(SESSIONS + held.id(), "A session", held.version(), session.voidReason(), versions);
    }

    static LogCard ofMicroIntervention(Held<MicroIntervention> held) {
        var log = held.state();
        var versions = new ArrayList<Version>();
        log.earlier().forEach(one -> versions.add(new Version(one.change(), LogFacts.of(one.report()))));
        versions.add(new Version(log.change(), LogFacts.of(log.report())));
        return of(MICRO_INTERVENTIONS + held.id(), "A micro-intervention", held.version(), log.voidReason(), versions);
    }

    private static LogCard of(
            String path, String title, long version, @Nullable VoidReason voided, List<Version> versions) {
        var steps = new ArrayList<Step>();
        for (var place = 0; place < versions.size(); place++) {
            var now = versions.get(place);
            var before = place == 0 ? now : versions.get(place - 1);
            steps.add(new Step(
                    CityTime.words(now.change().at()),
                    what(now.change()),
                    who(now.change().actor()),
                    LogFacts.changed(before.facts(), now.facts())));
        }
        return new LogCard(
                path,
                title,
                version,
                voided == null ? null : Choices.plain(voided),
                versions.getLast().facts(),
                steps.reversed());
    }

    private static String who(Actor actor) {
        return actor.role().equals(actor.id()) ? actor.role() : actor.role() + " " + actor.id();
    }

    private static String what(Change change) {
        return switch (change.what()) {
            case LOGGED -> "Logged";
            case AMENDED -> change.reason() == null ? "Amended" : "Looked at again";
            case VOIDED -> "Voided";
        };
    }
}
