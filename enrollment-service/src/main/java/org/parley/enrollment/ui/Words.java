package org.parley.enrollment.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.CancelReason;
import org.parley.enrollment.CurriculumPart;
import org.parley.enrollment.DeclineReason;
import org.parley.enrollment.TrainingState;
import org.parley.enrollment.WithdrawReason;
import org.parley.starter.codes.CodeList;

/** Codes in words, and what people may choose from. */
final class Words {

    static final List<Named> DECLINE = named("enrollment-decline-reasons", DeclineReason.values());
    static final List<Named> WITHDRAW = named("enrollment-withdraw-reasons", WithdrawReason.values());
    static final List<Named> CANCEL = named("training-cancel-reasons", CancelReason.values());
    static final List<Named> REVOKE = named("revocation-reasons");
    static final List<Named> PARTS = List.of(
            new Named(CurriculumPart.FULL_PROCESS.name(), "The full process"),
            new Named(CurriculumPart.MICRO_INTERVENTIONS.name(), "Micro-interventions"),
            new Named(CurriculumPart.MEDIATION_CENTERS.name(), "Mediation centers"));

    private static final CodeList COMMANDS = CodeList.of("commands");
    private static final Map<String, String> REASONS = Stream.of(
                    "enrollment-decline-reasons", "enrollment-withdraw-reasons", "training-cancel-reasons")
            .map(CodeList::of)
            .flatMap(list -> list.codes().stream().map(code -> new Named(code, name(list, code))))
            .collect(Collectors.toUnmodifiableMap(Named::code, Named::name, (first, same) -> first));

    private Words() {}

    /** A code and what people call it. */
    record Named(String code, String name) {}

    static Named command(String code) {
        return new Named(code, name(COMMANDS, code));
    }

    static String reason(@Nullable String code) {
        return code == null ? "no reason was given" : REASONS.getOrDefault(code, code);
    }

    static List<String> parts(List<CurriculumPart> taught) {
        return PARTS.stream()
                .filter(part -> taught.contains(CurriculumPart.valueOf(part.code())))
                .map(Named::name)
                .toList();
    }

    static String state(TrainingState state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case OPEN -> "Open";
            case RUNNING -> "Running";
            case COMPLETED -> "Completed";
            case CANCELLED -> "Cancelled";
        };
    }

    /** As short as hours can be said: 8, 7.5; never more than there are, since forms are filled with them. */
    static String hours(double hours) {
        return BigDecimal.valueOf(hours)
                .setScale(2, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static List<Named> named(String list, Enum<?>... some) {
        var codes = CodeList.of(list);
        return Arrays.stream(some)
                .map(one -> new Named(one.name(), name(codes, one.name())))
                .toList();
    }

    /** All of the list. */
    private static List<Named> named(String list) {
        var codes = CodeList.of(list);
        return codes.codes().stream()
                .map(code -> new Named(code, name(codes, code)))
                .toList();
    }

    private static String name(CodeList list, String code) {
        return list.find(code).map(row -> row.get("name")).orElse(code);
    }
}
