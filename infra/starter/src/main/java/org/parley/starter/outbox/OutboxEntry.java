package org.parley.starter.outbox;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * A fact as it waits in its document to be sent.
 *
 * @param entry number within the document, 1, 2, 3 …: the order in which a document's entries are sent and cleared
 * @param sequence number within the subject; a document may hold several subjects
 * @param data JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed from the store to the broker and never compared
public record OutboxEntry(long entry, String type, String subject, long sequence, Instant time, byte[] data) {

    /** The event's id: the same however often it is sent. */
    public String id() {
        return subject + ":" + sequence;
    }

    Document toDocument() {
        return new Document("entry", entry)
                .append("type", type)
                .append("subject", subject)
                .append("sequence", sequence)
                .append("time", Date.from(time))
                .append("data", new Binary(data));
    }

    static OutboxEntry from(Document document) {
        return new OutboxEntry(
                document.getLong("entry"),
                document.getString("type"),
                document.getString("subject"),
                document.getLong("sequence"),
                document.getDate("time").toInstant(),
                document.get("data") instanceof byte[] bytes
                        ? bytes
                        : document.get("data", Binary.class).getData());
    }
}
