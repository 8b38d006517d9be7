package org.parley.session.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.Breach;
import org.parley.session.DisputeType;
import org.parley.session.KnownReferral;
import org.parley.session.NotHeldReason;
import org.parley.session.SessionKind;
import org.parley.session.SessionOutcome;
import org.parley.session.SessionReport;
import org.parley.session.Technique;

/**
 * A mediation as a center's staff enter it. Its rules are those of a {@link SessionReport}.
 *
 * @param form the form's own number, which becomes the session's: sent twice, it is one session
 * @param at when it began, a day and a time in New York
 * @param minutes how long it took; of a session that was not held nothing counts but when it was to be
 */
record MediationForm(
        @Nullable String form,
        @Nullable String referral,
        @Nullable String command,
        @Nullable String type,
        @Nullable String at,
        @Nullable String minutes,
        @Nullable String parties,
        @Nullable String facilitators,
        @Nullable String sitting,
        @Nullable String outcome,
        @Nullable String notHeldReason) {

    private static final int LONGEST = 24 * 60;
    static final String NUMBER = "Enter a number.";

    /** As most sessions are, and of the referral what is known of it. */
    static MediationForm of(UUID form, @Nullable UUID referral, Optional<KnownReferral> known, Instant now) {
        var began = LocalDateTime.parse(CityTime.field(now.minus(Duration.ofMinutes(90))));
        return new MediationForm(
                form.toString(),
                referral == null ? null : referral.toString(),
                known.map(KnownReferral::command).orElse(null),
                known.map(KnownReferral::type).orElse(null),
                began.truncatedTo(ChronoUnit.HOURS)
                        .plusMinutes(began.getMinute() / 15 * 15L)
                        .toString(),
                "75",
                "2",
                "1",
                "1",
                null,
                null);
    }

    /** What can't be read, in words, by field; empty when all can. */
    Map<String, String> mistakes() {
        var wrong = new TreeMap<String, String>();
        if (id().isEmpty()) {
            wrong.put("form", "Load this page again.");
        }
        if (given(referral).isPresent() && uuid(referral).isEmpty()) {
            wrong.put("referral", "This is no referral's number. Copy it from the referral, or leave this empty.");
        }
        if (given(command).isEmpty()) {
            wrong.put("command", "Choose the command.");
        }
        if (code(DisputeType.values(), type).isEmpty()) {
            wrong.put("type", "Choose what it was about.");
        }
        if (moment().isEmpty()) {
            wrong.put("at", "Enter the day and the time.");
        }
        if (code(SessionOutcome.values(), outcome).isEmpty()) {
            wrong.put("outcome", "Choose how it ended.");
        }
        if (given(notHeldReason).isPresent()
                && code(NotHeldReason.values(), notHeldReason).isEmpty()) {
            wrong.put("notHeldReason", "Choose a reason of the list.");
        }
        numbers().forEach((field, text) -> {
            if (number(text).isEmpty()) {
                wrong.put(field, NUMBER);
            }
        });
        return wrong;
    }

    Optional<UUID> id() {
        return uuid(form);
    }

    /** Of a form without mistakes. */
    SessionReport report(String center, Set<Technique> techniques) {
        var began = moment().orElseThrow();
        var ended = code(SessionOutcome.values(), outcome).orElseThrow();
        var held = ended != SessionOutcome.NOT_HELD;
        return new SessionReport(
                SessionKind.CENTER_LED,
                given(command).orElseThrow(),
                center,
                code(DisputeType.values(), type).orElseThrow(),
                List.of(),
                held ? number(facilitators).orElseThrow() : 0,
                held ? number(parties).orElseThrow() : 0,
                began,
                held ? began.plus(Duration.ofMinutes(number(minutes).orElseThrow())) : began,
                number(sitting).orElseThrow(),
                List.copyOf(techniques),
                ended,
                code(NotHeldReason.values(), notHeldReason).orElse(null),
                uuid(referral).orElse(null));
    }

    /** What the rules say, by field of the page. */
    static Map<String, String> mistakes(List<Breach> breaches) {
        var wrong = new TreeMap<String, String>();
        for (var breach : breaches) {
            var field = switch (breach.field()) {
                case "/startedAt" -> "at";
                case "/endedAt" -> "minutes";
                case "/center" -> "form";
                default -> breach.field().substring(1);
            };
            wrong.putIfAbsent(field, sentence(breach.rule()));
        }
        return wrong;
    }

    private Map<String, @Nullable String> numbers() {
        var numbers = new TreeMap<String, @Nullable String>();
        numbers.put("sitting", sitting);
        if (code(SessionOutcome.values(), outcome).orElse(null) != SessionOutcome.NOT_HELD) {
            numbers.put("minutes", minutes);
            numbers.put("parties", parties);
            numbers.put("facilitators", facilitators);
        }
        return numbers;
    }

    private Optional<Instant> moment() {
        return given(at).flatMap(CityTime::moment);
    }

    static Optional<Integer> number(@Nullable String text) {
        return given(text)
                .filter(digits -> digits.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(number -> number <= LONGEST);
    }

    static Optional<UUID> uuid(@Nullable String text) {
        return given(text)
                .filter(id -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString);
    }

    static <E extends Enum<E>> Optional<E> code(E[] codes, @Nullable String text) {
        return Arrays.stream(codes).filter(code -> code.name().equals(text)).findFirst();
    }

    static Optional<String> given(@Nullable String field) {
        return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    static String sentence(String rule) {
        return rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1) + ".";
    }
}
