package org.parley.session.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.session.DisputeType;
import org.parley.session.NotHeldReason;
import org.parley.session.SessionOutcome;
import org.parley.session.SessionReport;

/**
 * A session as its author would have it. A field that was not touched stays to the letter: a form has minutes, a log
 * milliseconds. Who it counts for is no field, since it can't be amended.
 */
record SessionAmendment(SessionReport was, Entered entered) {

    private static final List<String> COUNTS = List.of("facilitators", "parties");

    /** The form as the log fills it. */
    static Entered filled(SessionReport report) {
        var fields = new HashMap<String, List<String>>();
        fields.put("outcome", List.of(report.outcome().name()));
        Optional.ofNullable(report.notHeldReason())
                .ifPresent(reason -> fields.put("notHeldReason", List.of(reason.name())));
        fields.put("type", List.of(report.type().name()));
        fields.put("at", List.of(CityTime.field(report.startedAt())));
        fields.put("minutes", List.of(Long.toString(took(report).toMinutes())));
        fields.put("facilitators", List.of(Integer.toString(report.facilitators())));
        fields.put("parties", List.of(Integer.toString(report.parties())));
        fields.put("sitting", List.of(Integer.toString(report.sitting())));
        fields.put("techniques", Entered.codes(report.techniques()));
        return new Entered(fields);
    }

    /** What can't be read, in words, by field; empty when all can. */
    Map<String, String> mistakes() {
        var wrong = new TreeMap<String, String>();
        if (outcome().isEmpty()) {
            wrong.put("outcome", "Choose how it ended.");
        }
        if (entered.text("notHeldReason").isPresent() && reason().isEmpty()) {
            wrong.put("notHeldReason", "Choose a reason of the list.");
        }
        if (type().isEmpty()) {
            wrong.put("type", "Choose what it was about.");
        }
        if (began().isEmpty()) {
            wrong.put("at", "Enter the day and the time.");
        }
        if (number("sitting").isEmpty()) {
            wrong.put("sitting", MediationForm.NUMBER);
        }
        if (held()) {
            COUNTS.stream()
                    .filter(field -> number(field).isEmpty())
                    .forEach(field -> wrong.put(field, MediationForm.NUMBER));
            if (duration().isEmpty()) {
                wrong.put("minutes", MediationForm.NUMBER);
            }
        }
        if (entered.text("referral").isPresent()
                && MediationForm.uuid(entered.value("referral")).isEmpty()) {
            wrong.put("referral", "This is no referral's number. Copy it from the referral, or leave this empty.");
        }
        return wrong;
    }

    /** Of a form without mistakes. Of a session that was not held nobody and no time is counted, unless it was before. */
    SessionReport report() {
        var start = began().orElseThrow();
        var stayedUnheld = !held() && !was.held();
        return new SessionReport(
                was.kind(),
                was.command(),
                was.center(),
                type().orElseThrow(),
                was.officers(),
                held() ? number("facilitators").orElseThrow() : stayedUnheld ? was.facilitators() : 0,
                held() ? number("parties").orElseThrow() : stayedUnheld ? was.parties() : 0,
                start,
                start.plus(held() ? duration().orElseThrow() : stayedUnheld ? took(was) : Duration.ZERO),
                number("sitting").orElseThrow(),
                entered.techniques(),
                outcome().orElseThrow(),
                reason().orElse(null),
                was.referral() == null
                        ? MediationForm.uuid(entered.value("referral")).orElse(null)
                        : was.referral());
    }

    private boolean held() {
        return outcome().filter(SessionOutcome.NOT_HELD::equals).isEmpty();
    }

    private Optional<SessionOutcome> outcome() {
        return entered.one("outcome", SessionOutcome.values());
    }

    private Optional<NotHeldReason> reason() {
        return entered.one("notHeldReason", NotHeldReason.values());
    }

    private Optional<DisputeType> type() {
        return entered.one("type", DisputeType.values());
    }

    private Optional<Instant> began() {
        return entered.value("at").equals(CityTime.field(was.startedAt()))
                ? Optional.of(was.startedAt())
                : entered.text("at").flatMap(CityTime::moment);
    }

    private Optional<Duration> duration() {
        return entered.value("minutes").equals(Long.toString(took(was).toMinutes()))
                ? Optional.of(took(was))
                : number("minutes").map(Duration::ofMinutes);
    }

    private Optional<Integer> number(String field) {
        return MediationForm.number(entered.value(field));
    }

    private static Duration took(SessionReport report) {
        return Duration.between(report.startedAt(), report.endedAt());
    }
}
