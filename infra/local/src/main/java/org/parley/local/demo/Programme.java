package org.parley.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.local.Officers;

/**
 * Who takes part, and when the year ends.
 *
 * @param end when it was played first: everything happened before
 */
record Programme(Instant end) {

    static final int COHORTS = 20;
    private static final int SEATS = 30;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** 25 commands in five boroughs. */
    private static final List<String> COMMANDS = List.of(
            "PCT-075", "PCT-060", "PCT-067", "PCT-073", "PCT-079", "PSA-2", "PCT-009", "PCT-025", "PCT-028", "PCT-034",
            "PSA-5", "PCT-040", "PCT-044", "PCT-046", "PCT-052", "PSA-7", "PCT-103", "PCT-105", "PCT-109", "PCT-113",
            "PCT-114", "PSA-9", "PCT-120", "PCT-121", "PCT-122");

    /** As often as they come up on the street: a type named twice comes up twice as often. */
    static final List<String> TYPES = List.of(
            "NOISE",
            "NOISE",
            "NOISE",
            "NOISE",
            "NEIGHBOR",
            "NEIGHBOR",
            "NEIGHBOR",
            "LANDLORD_TENANT",
            "LANDLORD_TENANT",
            "ROOMMATE",
            "FAMILY",
            "FAMILY",
            "PARENT_CHILD",
            "PROPERTY",
            "DEBT",
            "HARASSMENT",
            "WORKPLACE",
            "SCHOOL",
            "PETS",
            "PARKING",
            "PARKING",
            "PUBLIC_SPACE",
            "OTHER");

    static final List<String> TECHNIQUES = List.of(
            "ENCOURAGERS",
            "OPEN_QUESTION",
            "MIRRORING",
            "EMOTION_LABELLING",
            "PARAPHRASE",
            "I_STATEMENT",
            "PAUSE",
            "REFRAMING",
            "INTERESTS",
            "OPTIONS",
            "REALITY_TEST",
            "AGREEMENT_WRITING",
            "SEPARATE_MEETINGS",
            "TIME",
            "DISTANCE",
            "SHIELDING",
            "DISENGAGEMENT");

    private static final List<String> CENTERS = List.of("nypi", "imcr", "cms", "nycid");

    List<String> commands() {
        return COMMANDS;
    }

    List<String> centers() {
        return CENTERS;
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

    /** Those of one cohort; some cohorts have more requests than seats. */
    List<Officer> officers(int cohort) {
        var requests = SEATS + (cohort % 5 == 4 ? 4 : 0);
        var requested = IntStream.range(0, requests).mapToObj(n -> {
            var chance = chance("officer-" + cohort + "-" + n);
            return new Officer(chance.id("officer"), chance.of(COMMANDS), chance.in(40));
        });
        return cohort == 0
                ? Stream.concat(Stream.of(new Officer(Officers.DEMO, "PCT-075", true)), requested.skip(1))
                        .toList()
                : requested.toList();
    }

    long officers() {
        return IntStream.range(0, COHORTS)
                .mapToLong(cohort -> officers(cohort).size())
                .sum();
    }

    int seats() {
        return SEATS;
    }

    /** Four days in one week. The last cohort is still to come, the one before it has begun. */
    List<LocalDate> days(int cohort) {
        var today = LocalDate.ofInstant(end, NEW_YORK);
        var first = switch (COHORTS - cohort) {
            case 1 -> today.plusDays(20);
            case 2 -> today.minusDays(2);
            default -> today.minusDays(355 - 18L * cohort);
        };
        return IntStream.range(0, 4).mapToObj(first::plusDays).toList();
    }

    boolean isOver(int cohort) {
        return cohort < COHORTS - 2;
    }

    boolean isToCome(int cohort) {
        return cohort == COHORTS - 1;
    }

    /** Officers who had been trained by then. */
    List<Officer> trainedBy(Instant time) {
        var day = LocalDate.ofInstant(time, NEW_YORK);
        return IntStream.range(0, COHORTS)
                .filter(this::isOver)
                .filter(cohort -> days(cohort).getLast().isBefore(day))
                .boxed()
                .flatMap(cohort -> officers(cohort).stream().limit(SEATS))
                .toList();
    }

    /** The luck of one thing of this year. */
    Chance chance(String thing) {
        return new Chance("parley-demo/" + end + "/" + thing);
    }

    /** Before the precinct's own reference of every referral of this year. */
    String reference(int referral) {
        return "demo-%d-%04d".formatted(end.getEpochSecond(), referral);
    }
}
