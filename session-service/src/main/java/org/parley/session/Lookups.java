package org.parley.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.parley.starter.codes.CodeList;
import org.parley.starter.consume.ForeignStates;
import org.springframework.stereotype.Component;

/**
 * What is looked up about a session: its command and center, whether its officers were certified, and how it stands to its
 * referral.
 */
@Component
class Lookups {

    private final Certificates certificates;
    private final ForeignStates<KnownReferral> referrals;
    private final Commands commands = new Commands();
    private final CodeList centers = CodeList.of("centers");

    Lookups(Certificates certificates, ForeignStates<KnownReferral> referrals) {
        this.certificates = certificates;
        this.referrals = referrals;
    }

    Session.Findings about(SessionReport report) {
        return new Session.Findings(certificateOf(report), matchOf(report));
    }

    /** The same again, but what was found once stays: only what was open is looked up. */
    Session.Findings again(Session session) {
        var known = session.findings();
        return new Session.Findings(
                known.certificate() == CertificateCheck.MISSING ? certificateOf(session.report()) : known.certificate(),
                known.referralMatch().isOpen() ? matchOf(session.report()) : known.referralMatch());
    }

    /**
     * After an amendment: the day may be another, so the certificate is looked up; but that the session fitted its referral
     * stays true when the referral has gone to another center since.
     */
    Session.Findings amended(Session session, SessionReport report) {
        var match = session.findings().referralMatch();
        var isSettled = !match.isOpen() && Objects.equals(session.report().referral(), report.referral());
        return new Session.Findings(certificateOf(report), isSettled ? match : matchOf(report));
    }

    Optional<KnownReferral> referral(UUID id) {
        return referrals.find(id.toString());
    }

    Optional<String> boroughOf(SessionReport report) {
        return commands.boroughOf(report.command(), report.startedAt());
    }

    /** What its own rules and the code lists have against it, in a list that may be added to. */
    List<Breach> breaches(SessionReport report, Author author, Instant now) {
        var center = report.center();
        var breaches = new ArrayList<>(report.breaches(now));
        breaches.addAll(new Breaches()
                .unless(boroughOf(report).isPresent(), "/command", "must be a command of that day")
                // The directory of centers is referral-service's: that one is new there its own token says.
                .unless(
                        center == null || centers.contains(center) || author.isCenter(center),
                        "/center",
                        "must be a known center")
                .found());
        return breaches;
    }

    private CertificateCheck certificateOf(SessionReport report) {
        return switch (report.kind()) {
            case CENTER_LED -> CertificateCheck.NOT_REQUIRED;
            case OFFICER_LED ->
                certificates.anyValid(report.officers(), NewYork.day(report.startedAt()))
                        ? CertificateCheck.VALID
                        : CertificateCheck.MISSING;
        };
    }

    private ReferralMatch matchOf(SessionReport report) {
        var referral = report.referral();
        return referral == null
                ? ReferralMatch.NONE
                : referrals
                        .find(referral.toString())
                        .map(known -> known.matchOf(report))
                        .orElse(ReferralMatch.PENDING);
    }
}
