package org.parley.reporting.counting;

/**
 * How far a rollup has been fed: records of its partition up to and including this offset are in it.
 *
 * @param topicId the broker's id of the topic: a topic made anew counts its offsets anew
 */
record Fence(String topicId, long offset) {

    private static final long NOTHING = -1;

    static Fence before(String topicId) {
        return new Fence(topicId, NOTHING);
    }

    /** One field, so that one flat equality with an index guards it. */
    String text() {
        return topicId + "@" + offset;
    }

    static Fence parse(String text) {
        var at = text.lastIndexOf('@');
        return new Fence(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
    }

    boolean covers(long recordOffset) {
        return recordOffset <= offset;
    }

    Fence upTo(long recordOffset) {
        return covers(recordOffset) ? this : new Fence(topicId, recordOffset);
    }
}
