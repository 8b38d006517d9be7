package org.parley.session.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.session.DisputeType;
import org.parley.session.MicroInterventionOutcome;
import org.parley.session.MicroInterventionReport;

/** A micro-intervention as its officer would have it. Who it counts for is no field, since it can't be amended. */
record MicroInterventionAmendment(MicroInterventionReport was, Entered entered) {

    /** The form as the log fills it. */
    static Entered filled(MicroInterventionReport report) {
        return new Entered(Map.of(
                "outcome", List.of(report.outcome().name()),
                "type", List.of(report.type().name()),
                "at", List.of(CityTime.field(report.occurredAt())),
                "techniques", Entered.codes(report.techniques()),
                "arrestWasLikely", List.of(Boolean.toString(report.arrestWasLikely())),
                "arrestMade", List.of(Boolean.toString(report.arrestMade()))));
    }

    /** What can't be read, in words, by field; empty when all can. */
    Map<String, String> mistakes() {
        var wrong = new TreeMap<String, String>();
        if (outcome().isEmpty()) {
            wrong.put("outcome", "Choose how it ended.");
        }
        if (type().isEmpty()) {
            wrong.put("type", "Choose what it was about.");
        }
        if (at().isEmpty()) {
            wrong.put("at", "Enter the day and the time.");
        }
        for (var field : List.of("arrestWasLikely", "arrestMade")) {
            if (entered.yes(field).isEmpty()) {
                wrong.put(field, "Choose yes or no.");
            }
        }
        return wrong;
    }

    /** Of a form without mistakes. */
    MicroInterventionReport report() {
        return new MicroInterventionReport(
                was.officer(),
                was.command(),
                type().orElseThrow(),
                at().orElseThrow(),
                entered.techniques(),
                outcome().orElseThrow(),
                entered.yes("arrestWasLikely").orElseThrow(),
                entered.yes("arrestMade").orElseThrow());
    }

    private Optional<MicroInterventionOutcome> outcome() {
        return entered.one("outcome", MicroInterventionOutcome.values());
    }

    private Optional<DisputeType> type() {
        return entered.one("type", DisputeType.values());
    }

    /** A time that was not touched stays to the letter: a form has minutes, a log milliseconds. */
    private Optional<Instant> at() {
        return entered.value("at").equals(CityTime.field(was.occurredAt()))
                ? Optional.of(was.occurredAt())
                : entered.text("at").flatMap(CityTime::moment);
    }
}
