package org.parley.session.ui;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.session.CertificateCheck;
import org.parley.session.MicroInterventionReport;
import org.parley.session.ReferralMatch;
import org.parley.session.SessionReport;

/** All that a log says, by name, in the words and the order of its page. */
final class LogFacts {

    private LogFacts() {}

    static SequencedMap<String, String> of(MicroInterventionReport report) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("How it ended", Choices.plain(report.outcome()));
        facts.put("About", Words.of(report.type()));
        facts.put("When", CityTime.words(report.occurredAt()));
        facts.put("Command", Words.command(report.command()));
        facts.put("Techniques", Words.of(report.techniques()));
        facts.put("Arrest was likely", Words.yes(report.arrestWasLikely()));
        facts.put("Arrest was made", Words.yes(report.arrestMade()));
        facts.put("Officer", report.officer().toString());
        return facts;
    }

    static SequencedMap<String, String> of(
            SessionReport report, CertificateCheck certificate, ReferralMatch referralMatch) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("How it ended", Words.of(report.outcome()));
        if (report.notHeldReason() != null) {
            facts.put("Why it was not held", Choices.plain(report.notHeldReason()));
        }
        facts.put("About", Words.of(report.type()));
        facts.put("Began", CityTime.words(report.startedAt()));
        facts.put("Took", minutes(Duration.between(report.startedAt(), report.endedAt())));
        facts.put("Command", Words.command(report.command()));
        facts.put("Parties", Integer.toString(report.parties()));
        facts.put("Mediators", Integer.toString(report.facilitators()));
        facts.put("Sitting", Integer.toString(report.sitting()));
        facts.put("Techniques", Words.of(report.techniques()));
        if (report.center() != null) {
            facts.put("Center", Words.center(report.center()));
        }
        if (!report.officers().isEmpty()) {
            facts.put("Officers", report.officers().stream().map(UUID::toString).collect(Collectors.joining(", ")));
        }
        if (certificate != CertificateCheck.NOT_REQUIRED) {
            facts.put("Certificate on the day", Choices.plain(certificate));
        }
        if (report.referral() != null) {
            facts.put("Referral", report.referral().toString());
            facts.put("Fits its referral", words(referralMatch));
        }
        return facts;
    }

    /** What is another than it was. What is there no more is none now. */
    static SequencedMap<String, String> changed(Map<String, String> before, Map<String, String> now) {
        var changed = new LinkedHashMap<>(now);
        before.forEach((name, value) -> {
            if (value.equals(now.get(name))) {
                changed.remove(name);
            } else if (!now.containsKey(name)) {
                changed.put(name, "none");
            }
        });
        return changed;
    }

    private static String minutes(Duration took) {
        var minutes = took.toMinutes();
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    private static String words(ReferralMatch match) {
        return switch (match) {
            case NONE, PENDING -> "Not known yet";
            case MATCHED -> "Yes";
            case MISMATCHED -> "No";
        };
    }
}
