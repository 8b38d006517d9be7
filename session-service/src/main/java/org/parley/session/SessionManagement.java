package org.parley.session;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Insertion;
import org.springframework.stereotype.Component;

/** Logging, correcting and reading full mediations. */
@Component
public class SessionManagement {

    private final Documents<Session> sessions;
    private final Corrections<Session> corrections;
    private final Lookups lookups;
    private final SessionSettings settings;
    private final Clock clock;

    SessionManagement(Documents<Session> sessions, Lookups lookups, SessionSettings settings, Clock clock) {
        this.sessions = sessions;
        this.corrections = new Corrections<>(sessions);
        this.lookups = lookups;
        this.settings = settings;
        this.clock = clock;
    }

    public Logging<Session> log(UUID id, SessionReport report, Author author) {
        var now = clock.instant();
        var borough = lookups.boroughOf(report);
        var breaches = lookups.breaches(report, author, now);
        var late = late(report, author, now);
        if (borough.isEmpty() || !breaches.isEmpty()) {
            breaches.addAll(late);
            return new Logging.Refused<>(breaches);
        }
        var actor = author.logs(report);
        if (actor.isEmpty()) {
            return new Logging.Forbidden<>();
        }
        var session = Session.logged(report, borough.get(), lookups.about(report), actor.get(), now);
        var unfit = new ArrayList<>(unfit(session.certificate()));
        unfit.addAll(late);
        if (!unfit.isEmpty()) {
            // What was taken in time, or under another policy, is still answered as it was.
            return sessions.find(id.toString())
                    .map(held -> again(held, report))
                    .orElseGet(() -> new Logging.Refused<>(unfit));
        }
        return switch (sessions.insert(id.toString(), session, List.of(session.fact(id)))) {
            case Insertion.Inserted<Session>(var held) -> new Logging.Logged<>(held);
            case Insertion.Existing<Session>(var held) -> again(held, report);
        };
    }

    /** Empty when there is none that the author may read. */
    public Optional<Held<Session>> find(UUID id, Author author) {
        return sessions.find(id.toString()).filter(held -> held.state().isReadBy(author));
    }

    /**
     * What is known of a referral that the author's center has, and to a coordinator of each; of another's, as of one never
     * heard of, nothing is.
     */
    public Optional<KnownReferral> referral(UUID id, Author author) {
        return lookups.referral(id).filter(known -> author.isCoordinator() || author.isCenter(known.center()));
    }

    /** @param report the whole of it as it should have been told */
    public Correction<Session> amend(UUID id, SessionReport report, Author author, Expected expected) {
        var now = clock.instant();
        return corrections.change(id, author, expected, (session, actor) -> {
            if (!session.counts()) {
                return Corrections.refuse(new Correction.Voided<>());
            }
            if (report.equals(session.report())) {
                return Corrections.already();
            }
            var borough = lookups.boroughOf(report);
            var breaches = lookups.breaches(report, author, now);
            breaches.addAll(session.breachesOf(report));
            if (!report.startedAt().equals(session.report().startedAt())) {
                breaches.addAll(late(report, author, now));
            }
            var findings = lookups.amended(session, report);
            if (session.certificate() != CertificateCheck.MISSING) {
                breaches.addAll(unfit(findings.certificate()));
            }
            return borough.isEmpty() || !breaches.isEmpty()
                    ? Corrections.refuse(new Correction.Refused<>(breaches))
                    : write(id, session.amended(report, borough.get(), findings, Change.amended(actor, now)));
        });
    }

    public Correction<Session> voidIt(UUID id, VoidReason reason, Author author, Expected expected) {
        var now = clock.instant();
        return corrections.change(id, author, expected, (session, actor) -> {
            if (session.counts()) {
                return write(id, session.voided(reason, Change.voided(actor, reason, now)));
            }
            return reason == session.voidReason()
                    ? Corrections.already()
                    : Corrections.refuse(new Correction.Voided<>());
        });
    }

    /** Looks up again what was missing when the session came; safe to repeat. Empty when there is no such session. */
    Optional<Session> lookAgain(UUID id) {
        var now = clock.instant();
        return sessions.<Optional<Correction<Session>>>change(id.toString(), held -> {
                    var session = held.state();
                    var findings = lookups.again(session);
                    if (!session.counts() || findings.equals(session.findings())) {
                        return Corrections.already();
                    }
                    var found = findings.certificate() == session.certificate()
                            ? Change.Found.REFERRAL_COMPARED
                            : Change.Found.CERTIFICATE_FOUND;
                    return write(id, session.found(findings, Change.found(found, now)));
                })
                .map(outcome -> outcome.held().state());
    }

    private static Decision<Session, Optional<Correction<Session>>> write(UUID id, Session session) {
        return Decision.write(Optional.empty(), session, session.fact(id));
    }

    private static Logging<Session> again(Held<Session> held, SessionReport report) {
        return held.state().repeats(report) ? new Logging.Repeated<>(held) : new Logging.Conflicting<>();
    }

    private List<Breach> unfit(CertificateCheck certificate) {
        return new Breaches()
                .unless(
                        certificate != CertificateCheck.MISSING
                                || settings.certificatePolicy() != CertificatePolicy.REQUIRE,
                        "/officers",
                        "must have one with a certificate valid on the day of startedAt")
                .found();
    }

    private List<Breach> late(SessionReport report, Author author, Instant now) {
        return settings.late("/startedAt", report.startedAt(), author, now);
    }
}
