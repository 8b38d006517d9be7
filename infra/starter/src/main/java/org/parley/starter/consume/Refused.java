package org.parley.starter.consume;

import java.util.Objects;

/** This record can never work, whoever reads it again. A fault of store or broker is never one of these. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason a code such as `MALFORMED_JSON`
     * @param detail which field and which rule, never the content itself
     */
    public Refused(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    public String detail() {
        return Objects.requireNonNullElse(getMessage(), "");
    }
}
