package org.parley.local.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.local.CodeLists;
import org.parley.local.Officers;

/**
 * Who takes part, when the year ends, and what of it comes out: everything that is played and every total that is
 * expected follows from the seed and the end alone.
 */
final class Programme {

    static final int COHORTS = 20;
    static final int SEATS = 26;

    /** Of all officers: in each cohort two or three of the 26 don't make it. */
    static final int COMPLETED = 468;

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** 25 commands in five boroughs. */
    private static final List<String> COMMANDS = List.of(
            "PCT-075", "PCT-060", "PCT-067", "PCT-073", "PCT-079", "PSA-2", "PCT-009", "PCT-025", "PCT-028", "PCT-034",
            "PSA-5", "PCT-040", "PCT-044", "PCT-046", "PCT-052", "PSA-7", "PCT-103", "PCT-105", "PCT-109", "PCT-113",
            "PCT-114", "PSA-9", "PCT-120", "PCT-121", "PCT-122");

    private static final List<String> CENTERS = List.of("nypi", "imcr", "cms", "nycid");

    private final long seed;
    private final Instant end;
    private final Map<String, String> boroughs = CodeLists.rows("commands").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(3)));
    private final List<Cohort> cohorts;

    /** @param end when it was played first: everything happened before */
    Programme(long seed, Instant end) {
        this.seed = seed;
        this.end = end;
        this.cohorts = IntStream.range(0, COHORTS).mapToObj(this::cohort).toList();
    }

    Instant end() {
        return end;
    }

    List<String> commands() {
        return COMMANDS;
    }

    List<String> centers() {
        return CENTERS;
    }

    List<Cohort> cohorts() {
        return cohorts;
    }

    String boroughOf(String command) {
        return Objects.requireNonNull(boroughs.get(command), command);
    }

    /** The commands whose disputes go to this center, in the order of {@link #COMMANDS}: by borough. */
    List<String> commandsOf(String center) {
        return switch (center) {
            case "nypi" -> COMMANDS.subList(0, 11);
            case "imcr" -> COMMANDS.subList(11, 16);
            case "cms" -> COMMANDS.subList(16, 22);
            case "nycid" -> COMMANDS.subList(22, 25);
            default -> throw new IllegalArgumentException(center);
        };
    }

    String centerOf(String command) {
        return CENTERS.stream()
                .filter(center -> commandsOf(center).contains(command))
                .findFirst()
                .orElseThrow();
    }

    /** One more cohort, after the year: it can be asked for. */
    Cohort toCome() {
        var days = fourDays(day(end).plusDays(20));
        return new Cohort(COHORTS, chance("to-come").id("key"), days, applicants(), List.of(), List.of());
    }

    /** Officers who had been trained by then. */
    List<Officer> trainedBy(Instant time) {
        var day = day(time);
        return cohorts.stream()
                .filter(cohort -> cohort.days().getLast().isBefore(day))
                .flatMap(cohort -> cohort.seats().stream())
                .filter(Cohort.Seat::completes)
                .map(Cohort.Seat::officer)
                .toList();
    }

    /** The day of a time, as the programme counts days. */
    static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, NEW_YORK);
    }

    /** The luck of one thing of this year. */
    Chance chance(String thing) {
        return new Chance("parley-demo/" + seed + "/" + end + "/" + thing);
    }

    /** Before the precinct's own reference of every referral of this year. */
    String reference(int referral) {
        return "demo-%d-%d-%04d".formatted(seed, end.getEpochSecond(), referral);
    }

    private Cohort cohort(int number) {
        var chance = chance("cohort-" + number);
        var missing = number % 5 == 0 || number % 5 == 2 ? 2 : 3;
        // The officer of the test client is in the first one, and completes it.
        var without = chance.some(IntStream.range(1, SEATS).boxed().toList(), missing);
        var officers = officers(number);
        var seats = IntStream.range(0, SEATS)
                .mapToObj(n -> seat(officers.get(n), without.indexOf(n), chance))
                .toList();
        // Who does not get in here is in the next one.
        var waiting =
                number % 5 == 4 && number + 1 < COHORTS ? officers(number + 1).subList(0, 4) : List.<Officer>of();
        var days = fourDays(day(end).minusDays(355 - 17L * number));
        var evaluations = IntStream.range(0, SEATS - missing)
                .mapToObj(n -> chance("evaluation-" + number + "-" + n))
                .filter(one -> one.in(88))
                .map(Evaluation::by)
                .toList();
        return new Cohort(number, chance.id("key"), days, seats, waiting, evaluations);
    }

    /** The first of those who don't make it never comes; the others miss a day. */
    private static Cohort.Seat seat(Officer officer, int without, Chance chance) {
        return switch (without) {
            case -1 -> new Cohort.Seat(officer, List.of(0, 1, 2, 3));
            case 0 -> new Cohort.Seat(officer, List.of());
            default -> new Cohort.Seat(officer, chance.some(List.of(0, 1, 2, 3), chance.between(1, 3)));
        };
    }

    private List<Officer> officers(int cohort) {
        var all = IntStream.range(0, SEATS).mapToObj(n -> officer("officer-" + cohort + "-" + n));
        return cohort == 0
                ? Stream.concat(Stream.of(new Officer(Officers.DEMO, "PCT-075", true)), all.skip(1))
                        .toList()
                : all.toList();
    }

    private List<Cohort.Seat> applicants() {
        return IntStream.range(0, SEATS + 3)
                .mapToObj(n -> new Cohort.Seat(officer("applicant-" + n), List.of()))
                .toList();
    }

    private Officer officer(String name) {
        var chance = chance(name);
        return new Officer(chance.id("officer"), chance.of(COMMANDS), chance.in(40));
    }

    /** Four days in the week of that day, from Monday on. */
    private static List<LocalDate> fourDays(LocalDate within) {
        var monday = within.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return IntStream.range(0, 4).mapToObj(monday::plusDays).toList();
    }
}
