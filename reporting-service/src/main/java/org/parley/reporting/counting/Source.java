package org.parley.reporting.counting;

/** One partition of a topic that is counted. */
public record Source(String topic, int partition) {

    /** Of every topic, fixed at its creation (contracts). */
    public static final int PARTITIONS = 12;

    String text() {
        return topic + "/" + partition;
    }
}
