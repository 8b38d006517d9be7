package org.parley.session.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.session.CertificateCheck;
import org.parley.session.ReferralMatch;
import org.parley.session.lists.Glimpse;
import org.parley.session.lists.LogPage;

/** A log in a list. Of a glimpse there is neither a page nor what an officer did. */
record LogLine(@Nullable String path, String kind, String when, String type, List<String> tags) {

    LogLine {
        tags = List.copyOf(tags);
    }

    /** Those that say the same stand in one line. */
    static List<LogLine> of(List<Glimpse> glimpses) {
        var times = new LinkedHashMap<Glimpse, Integer>();
        glimpses.forEach(glimpse -> times.merge(glimpse, 1, Integer::sum));
        return times.entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue() == 1 ? List.of() : List.of(one.getValue() + " times")))
                .toList();
    }

    private static LogLine of(Glimpse glimpse, List<String> tags) {
        return new LogLine(null, kind(glimpse), CityTime.words(glimpse.day()), Words.of(glimpse.type()), tags);
    }

    static LogLine of(LogPage.Item item) {
        var tags = new ArrayList<String>();
        if (!item.counts()) {
            tags.add("Voided");
        }
        return switch (item) {
            case LogPage.OfSession(var held) -> {
                var session = held.state();
                tags.add(Words.of(session.report().outcome()));
                if (session.certificate() == CertificateCheck.MISSING) {
                    tags.add("No certificate");
                }
                if (session.referralMatch() == ReferralMatch.MISMATCHED) {
                    tags.add("Doesn't fit its referral");
                }
                yield of(
                        item,
                        LogCard.SESSIONS + held.id(),
                        CityTime.words(session.report().startedAt()),
                        tags);
            }
            case LogPage.OfMicroIntervention(var held) -> {
                var report = held.state().report();
                tags.add(Choices.plain(report.outcome()));
                if (report.arrestMade() && !report.outcome().isArrest()) {
                    tags.add("Arrest made");
                } else if (!report.arrestMade() && report.arrestWasLikely()) {
                    tags.add("Arrest avoided");
                }
                yield of(item, LogCard.MICRO_INTERVENTIONS + held.id(), CityTime.words(report.occurredAt()), tags);
            }
        };
    }

    private static LogLine of(LogPage.Item item, String path, String when, List<String> tags) {
        var glimpse = item.glimpse();
        return new LogLine(path, kind(glimpse), when, Words.of(glimpse.type()), tags);
    }

    private static String kind(Glimpse glimpse) {
        return switch (glimpse.kind()) {
            case SESSION -> "Session";
            case MICRO_INTERVENTION -> "Micro-intervention";
        };
    }
}
