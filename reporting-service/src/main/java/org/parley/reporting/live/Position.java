package org.parley.reporting.live;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far the metrics topic has been read: the next offset of each partition. As text it is the id of what is sent to a
 * live client, and any copy can go on from it.
 *
 * @param topic the topic's id at the broker: offsets of a topic made anew mean something else
 */
record Position(String topic, long version, List<Long> next) {

    private static final String SEPARATOR = "~";

    Position {
        next = List.copyOf(next);
    }

    boolean includes(BoardEntry entry) {
        return entry.partition() < next.size() && entry.offset() < next.get(entry.partition());
    }

    String text() {
        return topic
                + SEPARATOR
                + next.stream()
                        .map(offset -> Long.toString(offset, Character.MAX_RADIX))
                        .collect(Collectors.joining("."));
    }

    /** Null when it is of another topic, or none at all: the client then needs everything. */
    static @Nullable Position parse(@Nullable String text, String topic) {
        if (text == null || !text.startsWith(topic + SEPARATOR)) {
            return null;
        }
        try {
            var next = Arrays.stream(text.substring(topic.length() + 1).split("\\.", -1))
                    .map(offset -> Long.parseLong(offset, Character.MAX_RADIX))
                    .toList();
            return new Position(topic, 0, next);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether that client has seen something that isn't read here yet. */
    boolean isAheadOf(Position other) {
        return IntStream.range(0, next.size()).anyMatch(i -> i >= other.next.size() || next.get(i) > other.next.get(i));
    }
}
