package org.parley.session.ui;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.session.DisputeType;
import org.parley.session.SessionOutcome;
import org.parley.session.Technique;
import org.parley.starter.codes.CodeList;

/** Codes in words. */
final class Words {

    private static final CodeList COMMANDS = CodeList.of("commands");
    private static final CodeList CENTERS = CodeList.of("centers");
    private static final CodeList TYPES = CodeList.of("dispute-types");

    private Words() {}

    /** All commands of the city, by code and name. */
    static List<Choices.Named> commands() {
        return COMMANDS.codes().stream()
                .sorted()
                .map(code -> new Choices.Named(code, command(code)))
                .toList();
    }

    static String command(String code) {
        return COMMANDS.find(code).map(row -> code + " " + row.get("name")).orElse(code);
    }

    static String center(String code) {
        return CENTERS.find(code).map(row -> row.get("name")).orElse(code);
    }

    static String of(DisputeType type) {
        return TYPES.find(type.name()).map(row -> row.get("name")).orElseGet(() -> Choices.plain(type));
    }

    static String of(SessionOutcome outcome) {
        return switch (outcome) {
            case AGREEMENT_ALL -> "Agreement on all";
            case AGREEMENT_MOST -> "Agreement on most";
            case AGREEMENT_SOME -> "Agreement on some";
            case PROGRESS -> "Progress, goes on";
            case NO_AGREEMENT -> "No agreement";
            case NOT_HELD -> "Not held";
        };
    }

    static String of(Collection<Technique> techniques) {
        return techniques.isEmpty()
                ? "None named"
                : techniques.stream().map(Choices::name).collect(Collectors.joining(", "));
    }

    static String yes(boolean is) {
        return is ? "Yes" : "No";
    }
}
