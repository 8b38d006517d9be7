package org.parley.starter.topics;

/** Turns a topic's name in the contracts into its name on this broker: platforms can share one broker by a prefix. */
public record TopicNames(String prefix) {

    public String physical(String topic) {
        return prefix + topic;
    }

    /** The name in the contracts. */
    public String logical(String physical) {
        return physical.startsWith(prefix) ? physical.substring(prefix.length()) : physical;
    }

    /** Where a consumer group sets aside what it can never read. */
    public String deadLetters(String topic, String group) {
        return physical(topic) + "." + group + ".dlq";
    }
}
