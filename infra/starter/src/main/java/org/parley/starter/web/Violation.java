package org.parley.starter.web;

/**
 * One thing that is wrong with a request.
 *
 * @param field where, as a JSON pointer into the body (RFC 6901), or `?name` for a query parameter
 * @param rule what holds there, never what was sent
 */
public record Violation(String field, String rule) {}
