package org.parley.starter.outbox;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/**
 * A collection whose documents have an outbox, and where their events go.
 *
 * @param topic the topic's name on the broker
 */
record OutboxSource(String collection, MongoCollection<Document> documents, String topic) {}
