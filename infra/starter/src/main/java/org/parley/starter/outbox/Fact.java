package org.parley.starter.outbox;

/**
 * Something that happened, as its writer states it. It gets its sequence in the write that causes it.
 *
 * @param type wire type with version, such as `org.parley.thing.happened.v1`
 * @param subject id of the aggregate it happened to; also the record's key
 * @param data what is told, without personal data; written as JSON once, then only forwarded as bytes
 */
public record Fact(String type, String subject, Object data) {}
