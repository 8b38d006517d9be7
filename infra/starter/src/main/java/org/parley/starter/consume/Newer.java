package org.parley.starter.consume;

/** The whole state of a foreign aggregate after its event with this sequence. */
public record Newer<S>(String id, long sequence, S state) {}
