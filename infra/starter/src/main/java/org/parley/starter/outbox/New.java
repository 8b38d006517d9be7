package org.parley.starter.outbox;

import java.util.List;

/** A document to insert with what its making is told as. */
public record New<T>(String id, T state, List<Fact> facts) {}
