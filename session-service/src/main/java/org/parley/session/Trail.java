package org.parley.session;

import java.util.List;
import java.util.stream.Stream;

/** The versions of a log that were replaced. */
final class Trail {

    /** All of it stands in the log's own document. */
    static final int LONGEST = 100;

    private Trail() {}

    static <V> List<V> with(List<V> earlier, V replaced) {
        return Stream.concat(earlier.stream(), Stream.of(replaced)).toList();
    }

    static boolean isFull(List<?> earlier) {
        return earlier.size() >= LONGEST;
    }
}
