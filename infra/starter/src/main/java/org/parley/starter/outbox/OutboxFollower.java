package org.parley.starter.outbox;

/**
 * Lets another document follow a fact. Called for every entry before it is sent, in order per document, by any copy of
 * the service and perhaps more than once: it must be idempotent. If it throws, the entry and the later ones of its
 * document wait and are tried again.
 */
public interface OutboxFollower {

    boolean follows(String type);

    void follow(String documentId, OutboxEntry entry);
}
