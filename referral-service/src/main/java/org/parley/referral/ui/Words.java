package org.parley.referral.ui;

import static java.util.Map.entry;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.referral.Due;
import org.parley.referral.Stop;
import org.parley.referral.audience.DueView;
import org.parley.starter.codes.CodeList;
import org.springframework.stereotype.Component;

/** Codes and times in plain words; templates know it as {@code words}. */
@Component
class Words {

    private static final List<String> REASONS = List.of(
            "decline-reasons",
            "transfer-reasons",
            "hold-reasons",
            "close-reasons",
            "withdraw-reasons",
            "error-reasons");

    private static final Map<String, CodeList> LISTS = Stream.concat(
                    REASONS.stream(),
                    Stream.of("boroughs", "commands", "dispute-types", "languages", "screening-stops"))
            .collect(Collectors.toUnmodifiableMap(name -> name, CodeList::of));

    private static final Map<String, String> STEPS = Map.ofEntries(
            entry("OFFERED", "Offered to your center"),
            entry("OFFER_EXPIRED", "Not answered in time"),
            entry("ACCEPTED", "Accepted"),
            entry("DECLINED", "Declined"),
            entry("AMENDED", "Put right by the precinct"),
            entry("CONTACTED", "Contact made"),
            entry("SCHEDULED", "Session planned"),
            entry("PUT_ON_HOLD", "Put on hold"),
            entry("RELEASED", "Taken off hold"),
            entry("TRANSFERRED", "Given back"),
            entry("OVERDUE", "Became overdue"),
            entry("SESSION_HELD", "Session recorded"),
            entry("SESSION_VOIDED", "Session's record taken back"),
            entry("CONSENT_REVOKED", "Consent ended"),
            entry("CLOSED", "Closed"),
            entry("WITHDRAWN", "Withdrawn"));

    /** What a precinct may know of. */
    private static final Map<String, String> PRECINCT_STEPS = Map.ofEntries(
            entry("SUBMITTED", "Referred"),
            entry("SCREENED_OUT", "Not for mediation"),
            entry("AMENDED", "Put right"),
            entry("OFFERED", "Offered to a center"),
            entry("ACCEPTED", "Taken by a center"),
            entry("SCHEDULED", "Session planned"),
            entry("PUT_ON_HOLD", "Put on hold"),
            entry("RELEASED", "Taken off hold"),
            entry("SESSION_HELD", "Session held"),
            entry("SESSION_VOIDED", "Session taken back"),
            entry("CLOSED", "Ended"),
            entry("WITHDRAWN", "Withdrawn"),
            entry("ENTERED_IN_ERROR", "Entered in error"));

    private final Clock clock;

    Words(Clock clock) {
        this.clock = clock;
    }

    /** A code and its name, to choose from. */
    record Named(String code, String name) {}

    public String name(String list, String code) {
        return find(list, code).orElse(code);
    }

    /** By name, since a list of codes has no order of its own. */
    public List<Named> all(String list) {
        return of(list).codes().stream()
                .map(code -> new Named(code, name(list, code)))
                .sorted(Comparator.comparing(Named::name))
                .toList();
    }

    static boolean knows(String list, String code) {
        return of(list).contains(code);
    }

    public String step(String what) {
        return STEPS.getOrDefault(what, plain(what));
    }

    public String precinctStep(String what) {
        return PRECINCT_STEPS.getOrDefault(what, plain(what));
    }

    public String stop(Stop stop) {
        return name("screening-stops", stop.name());
    }

    /** Whichever list it is of. */
    public String reason(String code) {
        return REASONS.stream()
                .flatMap(list -> find(list, code).stream())
                .findFirst()
                .orElseGet(() -> plain(code));
    }

    /** What has to happen and by when; of what has not happened in time, when it is brought up again. */
    String due(DueView due) {
        if (due.level() > 0) {
            return todo(due.what()) + ", brought up again " + time(due.at());
        }
        return due(todo(due.what()), due.at());
    }

    String due(String todo, Instant at) {
        return todo + (isPast(at) ? ", was due " : " by ") + time(at);
    }

    static String todo(Due.What what) {
        return switch (what) {
            case OFFER -> "Answer";
            case PLACEMENT -> "Find a center";
            case FIRST_CONTACT -> "Make contact";
            case SCHEDULING -> "Plan a session";
            case OUTCOME -> "Say what came of the session";
            case HOLD -> "Go on with it or close it";
        };
    }

    /** A code or a role as people would write it. */
    public String plain(String code) {
        var text = code.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    public String time(Instant at) {
        return PageTimes.words(at, clock.instant());
    }

    boolean isPast(Instant at) {
        return at.isBefore(clock.instant());
    }

    private static Optional<String> find(String list, String code) {
        return of(list).find(code).map(row -> row.getOrDefault("name", code));
    }

    private static CodeList of(String list) {
        return Optional.ofNullable(LISTS.get(list)).orElseThrow();
    }
}
