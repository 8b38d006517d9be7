package org.parley.casework.calls;

import tools.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param again whether it was asked more than once: an attempt before may have arrived without an answer
 */
public record Answer(int status, JsonNode body, boolean again) {

    private static final String PROBLEM = "urn:parley:problem:";

    public boolean isFine() {
        return status < 300;
    }

    /** The field's text; empty where there is none. */
    public String text(String field) {
        return body.path(field).asString("");
    }

    /** For a person: status and kind of the problem, never what was sent. */
    public String problem() {
        return problem(status, body);
    }

    public static String problem(int status, JsonNode body) {
        var said =
                new StringBuilder(status + " " + body.path("type").asString("").replace(PROBLEM, ""));
        for (var error : body.path("errors")) {
            said.append(' ').append(error.path("field").asString("")).append(' ');
            said.append(error.path("rule").asString(""));
        }
        return said.toString();
    }

    /** @throws Unexpected unless it is fine */
    public Answer fine(String what) {
        if (!isFine()) {
            throw new Unexpected(what + " is answered " + problem());
        }
        return this;
    }
}
