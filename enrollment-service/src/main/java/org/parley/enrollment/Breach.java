package org.parley.enrollment;

/** A rule that a request breaks: the JSON pointer of the field, and the rule in words. */
public record Breach(String field, String rule) {}
