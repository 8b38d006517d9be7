package org.parley.starter.consume;

import tools.jackson.core.JacksonException;

/** Where in a document something is wrong (RFC 6901). */
public final class JsonPointers {

    private JsonPointers() {}

    /** Empty, which means the whole document, when the place isn't known. */
    public static String of(JacksonException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/');
            if (step.getPropertyName() != null) {
                pointer.append(step.getPropertyName().replace("~", "~0").replace("/", "~1"));
            } else {
                pointer.append(step.getIndex());
            }
        }
        return pointer.toString();
    }
}
