package org.parley.session;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.starter.codes.CodeList;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Fact;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Insertion;
import org.springframework.stereotype.Component;

/** Logging and reading full mediations. */
@Component
public class SessionManagement {

    private final Documents<Session> sessions;
    private final Certificates certificates;
    private final SessionSettings settings;
    private final Clock clock;
    private final Commands commands = new Commands();
    private final CodeList centers = CodeList.of("centers");

    SessionManagement(Documents<Session> sessions, Certificates certificates, SessionSettings settings, Clock clock) {
        this.sessions = sessions;
        this.certificates = certificates;
        this.settings = settings;
        this.clock = clock;
    }

    public Logging<Session> log(UUID id, SessionReport report, Author author) {
        var now = clock.instant();
        var borough = commands.boroughOf(report.command(), report.startedAt());
        var breaches = breaches(report, borough, author, now);
        if (borough.isEmpty() || !breaches.isEmpty()) {
            return new Logging.Refused<>(breaches);
        }
        return author.logs(report)
                .map(actor -> log(id, report, borough.get(), actor, now))
                .orElseGet(Logging.Forbidden::new);
    }

    /** Empty when there is none that the author may read. */
    public Optional<Held<Session>> find(UUID id, Author author) {
        return sessions.find(id.toString())
                .filter(held -> author.reads(held.state().report()));
    }

    private Logging<Session> log(UUID id, SessionReport report, String borough, Actor actor, Instant now) {
        var session = new Session(report, borough, check(report), now);
        if (session.certificate() == CertificateCheck.MISSING
                && settings.certificatePolicy() == CertificatePolicy.REQUIRE) {
            // What was taken under another policy is still answered as it was.
            return sessions.find(id.toString())
                    .map(held -> again(held, report))
                    .orElseGet(() -> new Logging.Refused<>(List.of(new Breach(
                            "/officers", "must have one with a certificate valid on the day of startedAt"))));
        }
        var fact = new Fact(Session.Logged.TYPE, id.toString(), Session.Logged.by(actor, id, session));
        return switch (sessions.insert(id.toString(), session, List.of(fact))) {
            case Insertion.Inserted<Session>(var held) -> new Logging.Logged<>(held);
            case Insertion.Existing<Session>(var held) -> again(held, report);
        };
    }

    private static Logging<Session> again(Held<Session> held, SessionReport report) {
        return held.state().repeats(report) ? new Logging.Repeated<>(held) : new Logging.Conflicting<>();
    }

    private CertificateCheck check(SessionReport report) {
        return switch (report.kind()) {
            case CENTER_LED -> CertificateCheck.NOT_REQUIRED;
            case OFFICER_LED ->
                certificates.anyValid(report.officers(), NewYork.day(report.startedAt()))
                        ? CertificateCheck.VALID
                        : CertificateCheck.MISSING;
        };
    }

    private List<Breach> breaches(SessionReport report, Optional<String> borough, Author author, Instant now) {
        var center = report.center();
        var breaches = new ArrayList<>(report.breaches(now));
        breaches.addAll(new Breaches()
                .unless(borough.isPresent(), "/command", "must be a command of that day")
                // The directory of centers is referral-service's: that one is new there its own token says.
                .unless(
                        center == null || centers.contains(center) || author.isCenter(center),
                        "/center",
                        "must be a known center")
                .found());
        return breaches;
    }
}
