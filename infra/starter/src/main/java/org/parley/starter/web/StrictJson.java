package org.parley.starter.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and checks a body as the HTTP edge does, for edges that aren't HTTP. */
public final class StrictJson {

    private final JsonMapper json;
    private final Validator validator;

    StrictJson(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws ProblemException malformed-json, unknown-field or invalid-field, as over HTTP */
    public <T> T read(byte[] body, Class<T> type) {
        return checked(() -> json.readValue(body, type));
    }

    /** The same for a part of a larger document. */
    public <T> T read(JsonNode part, Class<T> type) {
        return checked(() -> json.treeToValue(part, type));
    }

    private <T> T checked(Supplier<T> read) {
        T value;
        try {
            value = read.get();
        } catch (JacksonException e) {
            throw JacksonProblems.of(e);
        }
        if (value == null) {
            throw ProblemException.invalid("", "must be a JSON object of the documented form");
        }
        Set<ConstraintViolation<T>> broken = validator.validate(value);
        if (!broken.isEmpty()) {
            throw ProblemException.invalid(broken.stream()
                    .map(one -> new Violation(Pointers.of(one.getPropertyPath().toString()), one.getMessage()))
                    .sorted(Comparator.comparing(Violation::field))
                    .toList());
        }
        return value;
    }
}
