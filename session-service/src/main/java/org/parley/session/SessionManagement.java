package org.parley.session;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Fact;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Insertion;
import org.springframework.stereotype.Component;

/** Logging, correcting and reading full mediations. */
@Component
public class SessionManagement {

    private static final String TIME = "/startedAt";

    private final Documents<Session> sessions;
    private final Lookups lookups;
    private final SessionSettings settings;
    private final Clock clock;

    SessionManagement(Documents<Session> sessions, Lookups lookups, SessionSettings settings, Clock clock) {
        this.sessions = sessions;
        this.lookups = lookups;
        this.settings = settings;
        this.clock = clock;
    }

    public Logging<Session> log(UUID id, SessionReport report, Author author) {
        var now = clock.instant();
        var borough = boroughOf(report);
        var breaches = breaches(report, borough, author, now);
        var late = !author.isCoordinator() && settings.isLate(report.startedAt(), now);
        if (borough.isEmpty() || !breaches.isEmpty()) {
            if (late) {
                breaches.add(settings.late(TIME));
            }
            return new Logging.Refused<>(breaches);
        }
        var actor = author.logs(report);
        if (actor.isEmpty()) {
            return new Logging.Forbidden<>();
        }
        var session = Session.logged(report, borough.get(), lookups.about(report), actor.get(), now);
        var unfit = unfit(session.findings());
        if (late) {
            unfit.add(settings.late(TIME));
        }
        if (!unfit.isEmpty()) {
            // What was taken in time, or under another policy, is still answered as it was.
            return sessions.find(id.toString())
                    .map(held -> again(held, report))
                    .orElseGet(() -> new Logging.Refused<>(unfit));
        }
        return switch (sessions.insert(id.toString(), session, List.of(fact(id, session)))) {
            case Insertion.Inserted<Session>(var held) -> new Logging.Logged<>(held);
            case Insertion.Existing<Session>(var held) -> again(held, report);
        };
    }

    /** Empty when there is none that the author may read. */
    public Optional<Held<Session>> find(UUID id, Author author) {
        return sessions.find(id.toString())
                .filter(held -> author.reads(held.state().report()));
    }

    /** What is known of a referral that the author's center has; of another's, as of one never heard of, nothing is. */
    public Optional<KnownReferral> referral(UUID id, Author author) {
        return lookups.referral(id).filter(known -> author.isCenter(known.center()));
    }

    /** @param report the whole of it as it should have been told */
    public Correction<Session> amend(UUID id, SessionReport report, Author author, Expected expected) {
        var now = clock.instant();
        return change(id, author, expected, (held, actor) -> {
            var session = held.state();
            if (!session.counts()) {
                return Decision.keep(Optional.of(new Correction.Voided<>()));
            }
            if (report.equals(session.report())) {
                return Decision.keep(Optional.empty());
            }
            var borough = boroughOf(report);
            var breaches = breaches(report, borough, author, now);
            breaches.addAll(session.breachesOf(report));
            var moved = !report.startedAt().equals(session.report().startedAt());
            if (moved && !author.isCoordinator() && settings.isLate(report.startedAt(), now)) {
                breaches.add(settings.late(TIME));
            }
            if (borough.isEmpty() || !breaches.isEmpty()) {
                return Decision.keep(Optional.of(new Correction.Refused<>(breaches)));
            }
            var findings = lookups.about(report);
            var unfit =
                    session.findings().certificate() == CertificateCheck.MISSING ? List.<Breach>of() : unfit(findings);
            return unfit.isEmpty()
                    ? write(id, session.amended(report, borough.get(), findings, Change.amended(actor, now)))
                    : Decision.keep(Optional.of(new Correction.Refused<>(unfit)));
        });
    }

    public Correction<Session> voidIt(UUID id, VoidReason reason, Author author, Expected expected) {
        var now = clock.instant();
        return change(id, author, expected, (held, actor) -> {
            var session = held.state();
            if (!session.counts()) {
                return Decision.keep(
                        reason == session.voidReason() ? Optional.empty() : Optional.of(new Correction.Voided<>()));
            }
            return write(id, session.voided(reason, Change.voided(actor, reason, now)));
        });
    }

    /** Looks up again what was missing when the session came; safe to repeat. Empty when there is no such session. */
    Optional<Session> lookAgain(UUID id) {
        var now = clock.instant();
        return sessions.<Optional<Correction<Session>>>change(id.toString(), held -> {
                    var session = held.state();
                    var findings = lookups.again(session);
                    if (!session.counts() || findings.equals(session.findings())) {
                        return Decision.keep(Optional.empty());
                    }
                    var found = findings.certificate() == session.certificate()
                            ? Change.Found.REFERRAL_COMPARED
                            : Change.Found.CERTIFICATE_FOUND;
                    return write(id, session.found(findings, Change.found(found, now)));
                })
                .map(outcome -> outcome.held().state());
    }

    /** What stands against a change, if anything does, and the change. */
    private interface Deciding {
        Decision<Session, Optional<Correction<Session>>> on(Held<Session> held, Actor actor);
    }

    private Correction<Session> change(UUID id, Author author, Expected expected, Deciding deciding) {
        return sessions.<Optional<Correction<Session>>>change(id.toString(), held -> {
                    var report = held.state().report();
                    if (!author.reads(report)) {
                        return Decision.keep(Optional.of(new Correction.NotFound<>()));
                    }
                    var actor = author.logs(report);
                    if (actor.isEmpty()) {
                        return Decision.keep(Optional.of(new Correction.Forbidden<>()));
                    }
                    if (!expected.isMetBy(held.version())) {
                        return Decision.keep(Optional.of(new Correction.Stale<>(held.version())));
                    }
                    var decision = deciding.on(held, actor.get());
                    return decision.state() != null && Trail.isFull(held.state().earlier())
                            ? Decision.keep(Optional.of(new Correction.TooOften<>()))
                            : decision;
                })
                .map(outcome -> outcome.answer().orElseGet(() -> new Correction.Done<>(outcome.held())))
                .orElseGet(Correction.NotFound::new);
    }

    private static Decision<Session, Optional<Correction<Session>>> write(UUID id, Session session) {
        return Decision.write(Optional.empty(), session, fact(id, session));
    }

    private static Logging<Session> again(Held<Session> held, SessionReport report) {
        return held.state().repeats(report) ? new Logging.Repeated<>(held) : new Logging.Conflicting<>();
    }

    private Optional<String> boroughOf(SessionReport report) {
        return lookups.commands().boroughOf(report.command(), report.startedAt());
    }

    private List<Breach> unfit(Session.Findings findings) {
        var unfit = new ArrayList<Breach>();
        if (findings.certificate() == CertificateCheck.MISSING
                && settings.certificatePolicy() == CertificatePolicy.REQUIRE) {
            unfit.add(new Breach("/officers", "must have one with a certificate valid on the day of startedAt"));
        }
        return unfit;
    }

    private List<Breach> breaches(SessionReport report, Optional<String> borough, Author author, Instant now) {
        var center = report.center();
        var breaches = new ArrayList<>(report.breaches(now));
        breaches.addAll(new Breaches()
                .unless(borough.isPresent(), "/command", "must be a command of that day")
                // The directory of centers is referral-service's: that one is new there its own token says.
                .unless(
                        center == null || lookups.knowsCenter(center) || author.isCenter(center),
                        "/center",
                        "must be a known center")
                .found());
        return breaches;
    }

    private static Fact fact(UUID id, Session session) {
        return new Fact(session.told(), id.toString(), Session.Told.of(id, session));
    }
}
