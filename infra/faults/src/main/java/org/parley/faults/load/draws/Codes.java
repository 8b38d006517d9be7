package org.parley.faults.load.draws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The code lists of the contracts, and one that is none. */
public final class Codes {

    /** Those that are valid on any day. */
    public static final List<String> COMMANDS = rows("commands").stream()
            .filter(row -> row.endsWith(",,"))
            .map(Codes::code)
            .toList();

    public static final List<String> CENTERS = list("centers");
    public static final List<String> DECLINE_REASONS = list("decline-reasons");
    public static final List<String> HOLD_REASONS = list("hold-reasons");
    public static final List<String> TRANSFER_REASONS = list("transfer-reasons");
    public static final List<String> CLOSE_REASONS = list("close-reasons");
    public static final List<String> WITHDRAW_REASONS = list("withdraw-reasons");
    public static final List<String> ERROR_REASONS = list("error-reasons");
    static final List<String> TYPES = list("dispute-types");
    static final List<String> LANGUAGES = list("languages");

    static final List<String> TECHNIQUES = List.of(
            "ENCOURAGERS",
            "OPEN_QUESTION",
            "MIRRORING",
            "PARAPHRASE",
            "PAUSE",
            "REFRAMING",
            "INTERESTS",
            "OPTIONS",
            "AGREEMENT_WRITING",
            "TIME",
            "DISTANCE");

    private Codes() {}

    /** The test client of a command's own system: {@code PCT-075} asks as {@code precinct-075}, {@code PSA-2} as {@code psa-2}. */
    public static String precinct(String command) {
        return command.toLowerCase(Locale.ROOT).replace("pct-", "precinct-");
    }

    private static List<String> list(String name) {
        return rows(name).stream().map(Codes::code).toList();
    }

    private static String code(String row) {
        return row.substring(0, row.indexOf(','));
    }

    private static List<String> rows(String name) {
        var resource = "/contracts/codes/" + name + ".csv";
        try (var stream = Objects.requireNonNull(Codes.class.getResourceAsStream(resource), resource)) {
            return Arrays.stream(new String(stream.readAllBytes(), UTF_8).split("\n", -1))
                    .skip(1)
                    .filter(row -> !row.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
