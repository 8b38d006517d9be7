package org.parley.referral.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is still to be delivered once more because its subscriber asked for it: ranges of the feed, from first to last,
 * that don't touch. Asking twice for the same is asking once.
 */
record Replay(List<Range> ranges) {

    static final Replay NONE = new Replay(List.of());

    record Range(long from, long to) {

        long length() {
            return to - from + 1;
        }

        private boolean touches(Range later) {
            return later.from <= to + 1;
        }
    }

    Replay {
        ranges = List.copyOf(ranges);
    }

    static Replay of(long from, long to) {
        return from > to ? NONE : new Replay(List.of(new Range(from, to)));
    }

    boolean isPending() {
        return !ranges.isEmpty();
    }

    long length() {
        return ranges.stream().mapToLong(Range::length).sum();
    }

    /** Both together. */
    Replay and(Replay other) {
        if (!other.isPending()) {
            return this;
        }
        var merged = new ArrayList<Range>();
        Stream.concat(ranges.stream(), other.ranges.stream())
                .sorted(Comparator.comparingLong(Range::from))
                .forEach(next -> {
                    if (merged.isEmpty() || !merged.getLast().touches(next)) {
                        merged.add(next);
                    } else {
                        var last = merged.removeLast();
                        merged.add(new Range(last.from(), Math.max(last.to(), next.to())));
                    }
                });
        return new Replay(merged);
    }

    /** The next numbers, in order. */
    List<Long> next(int most) {
        return ranges.stream()
                .flatMapToLong(range -> LongStream.rangeClosed(range.from(), range.to()))
                .limit(most)
                .boxed()
                .toList();
    }

    /** What is before it has been passed; all of it when nothing is left. */
    boolean hasPassed(long n) {
        return ranges.isEmpty() || n < ranges.getFirst().from();
    }

    Replay passed(long n) {
        return new Replay(ranges.stream()
                .filter(range -> range.to() > n)
                .map(range -> new Range(Math.max(range.from(), n + 1), range.to()))
                .toList());
    }
}
