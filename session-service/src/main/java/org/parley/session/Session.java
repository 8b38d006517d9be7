package org.parley.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.starter.outbox.Fact;

/**
 * A mediation session that was logged: what was reported, and what the service adds to it. The borough is kept as it was
 * at the time, since commands change.
 *
 * @param voidReason why it counts no more; null while it does
 * @param change what made it as it is now
 * @param earlier how it was before, the first version first
 */
public record Session(
        @JsonUnwrapped SessionReport report,
        String borough,
        CertificateCheck certificate,
        ReferralMatch referralMatch,
        Instant loggedAt,
        @Nullable VoidReason voidReason,
        @JsonIgnore Change change,
        @JsonIgnore List<Earlier> earlier)
        implements Log {

    /** What was looked up about a report, where others know better. */
    record Findings(CertificateCheck certificate, ReferralMatch referralMatch) {}

    /** A version that was replaced. */
    public record Earlier(
            SessionReport report, CertificateCheck certificate, ReferralMatch referralMatch, Change change) {}

    public Session {
        earlier = List.copyOf(earlier);
    }

    static Session logged(SessionReport report, String borough, Findings findings, Actor actor, Instant now) {
        return new Session(
                report,
                borough,
                findings.certificate(),
                findings.referralMatch(),
                now,
                null,
                Change.logged(actor, now),
                List.of());
    }

    @Override
    public boolean counts() {
        return voidReason == null;
    }

    @Override
    public boolean mayChange() {
        return !Trail.isFull(earlier);
    }

    @Override
    public boolean isReadBy(Author author) {
        return author.reads(report);
    }

    @Override
    public Optional<Actor> loggedBy(Author author) {
        return author.logs(report);
    }

    /** The same report again is the same session, whatever has become of it since: a phone sends what it once wrote. */
    boolean repeats(SessionReport other) {
        return report.equals(other)
                || (!earlier.isEmpty() && earlier.getFirst().report().equals(other));
    }

    Findings findings() {
        return new Findings(certificate, referralMatch);
    }

    /**
     * Who it counts for and who may see it can't be put right: others have acted on it by then. Such a log is voided, and
     * another one made.
     */
    List<Breach> breachesOf(SessionReport amended) {
        return new Breaches()
                .unless(amended.kind() == report.kind(), "/kind", Breach.FIXED)
                .unless(amended.command().equals(report.command()), "/command", Breach.FIXED)
                .unless(Objects.equals(amended.center(), report.center()), "/center", Breach.FIXED)
                .unless(amended.officers().equals(report.officers()), "/officers", Breach.FIXED)
                .unless(
                        report.referral() == null || report.referral().equals(amended.referral()),
                        "/referral",
                        Breach.FIXED)
                .found();
    }

    Session amended(SessionReport amended, String itsBorough, Findings findings, Change by) {
        return new Session(
                amended,
                itsBorough,
                findings.certificate(),
                findings.referralMatch(),
                loggedAt,
                voidReason,
                by,
                Trail.with(earlier, new Earlier(report, certificate, referralMatch, change)));
    }

    Session found(Findings findings, Change by) {
        return amended(report, borough, findings, by);
    }

    Session voided(VoidReason reason, Change by) {
        return new Session(
                report,
                borough,
                certificate,
                referralMatch,
                loggedAt,
                reason,
                by,
                Trail.with(earlier, new Earlier(report, certificate, referralMatch, change)));
    }

    /** What the world learns when something happened to a session: the whole of it. */
    record Told(Actor actor, @Nullable String reason, State session) {

        record State(UUID id, @JsonUnwrapped Session session) {}

        static Told of(UUID id, Session session) {
            return new Told(session.change().actor(), session.change().reason(), new State(id, session));
        }
    }

    /** What has just happened to it. */
    Fact fact(UUID id) {
        return new Fact(change.what().type("session"), id.toString(), Told.of(id, this));
    }
}
