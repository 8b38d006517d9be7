package org.parley.starter.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.parley.starter.consume.JsonPointers;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What a body that can't be read is told: the field and the rule, never the value. */
final class JacksonProblems {

    private JacksonProblems() {}

    static ProblemException of(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                ProblemException.unknownField(
                        JsonPointers.of(unknown),
                        "; known are "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            case InvalidFormatException wrong
            when wrong.getTargetType() != null && wrong.getTargetType().isEnum() ->
                ProblemException.invalid(
                        JsonPointers.of(wrong),
                        "must be one of "
                                + Arrays.stream(wrong.getTargetType().getEnumConstants())
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")));
            case MismatchedInputException trailing
            when trailing.getOriginalMessage().startsWith("Trailing token") ->
                ProblemException.malformed("The body goes on after its JSON has ended.");
            case MismatchedInputException wrong
            when wrong.getPath().isEmpty() ->
                ProblemException.invalid("", "must be a JSON object of the documented form");
            case MismatchedInputException wrong ->
                ProblemException.invalid(JsonPointers.of(wrong), "must be " + form(wrong.getTargetType()));
            case DatabindException wrong ->
                ProblemException.invalid(JsonPointers.of(wrong), "breaks the documented form");
            case StreamReadException broken ->
                ProblemException.malformed("The body is not JSON, from line "
                        + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + " on.");
            default -> ProblemException.malformed("The body can't be read as JSON.");
        };
    }

    private static String form(@org.jspecify.annotations.Nullable Class<?> type) {
        if (type == null) {
            return "of the documented form";
        }
        return switch (type.getSimpleName()) {
            case "Instant" -> "an RFC 3339 instant such as 2026-11-23T10:00:00Z";
            case "LocalDate" -> "a date such as 2026-11-23";
            case "LocalTime" -> "a time of day such as 18:30";
            case "UUID" -> "a UUID";
            case "URI" -> "a URI";
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "String" -> "a string";
            case "List", "Set", "ArrayList" -> "an array";
            default -> "of the documented form";
        };
    }
}
