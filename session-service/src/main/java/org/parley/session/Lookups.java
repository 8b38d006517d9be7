package org.parley.session;

import java.util.Optional;
import java.util.UUID;
import org.parley.starter.codes.CodeList;
import org.parley.starter.consume.ForeignStates;
import org.springframework.stereotype.Component;

/** What others know of a session: whether its officers were certified, and how it stands to its referral. */
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

    Optional<KnownReferral> referral(UUID id) {
        return referrals.find(id.toString());
    }

    Commands commands() {
        return commands;
    }

    boolean knowsCenter(String center) {
        return centers.contains(center);
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
