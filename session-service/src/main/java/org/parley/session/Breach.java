package org.parley.session;

/** A rule that a log breaks: the JSON pointer of the field, and the rule in words. */
public record Breach(String field, String rule) {

    static final String FIXED = "can't be amended; void this log and make another";
}
