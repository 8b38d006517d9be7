package org.parley.reporting.live;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Figure;
import org.parley.reporting.counting.Partial;
import org.parley.reporting.counting.Source;

/**
 * A figure as its owner adds it up, with one slot per partition. Its revision is made of the offsets of the slots, which
 * only rise: so it never falls, needs no counter of its own, and two owners that know the same give the same.
 */
final class OwnedFigure {

    /** The high part of a revision, so that figures that are built anew from the start begin above all before. */
    private static final long GENERATION = 1L << 40;

    private final Figure figure;
    private final @Nullable Partial[] slots = new Partial[Source.PARTITIONS];
    private @Nullable Long published;

    OwnedFigure(Figure figure) {
        this.figure = figure;
    }

    void take(Partial partial) {
        var known = slots[partial.partition()];
        if (known == null || known.offset() < partial.offset()) {
            slots[partial.partition()] = partial;
        }
    }

    /** What is to be published now; null if that would say nothing new. */
    @Nullable
    FigureEvent news() {
        var value = parts().mapToLong(Partial::value).sum();
        if (published != null && published == value) {
            return null;
        }
        var revision = GENERATION + parts().mapToLong(part -> part.offset() + 1).sum();
        var asOf = parts().map(Partial::asOf).max(Instant::compareTo).orElse(Instant.EPOCH);
        return FigureEvent.of(figure, value, revision, asOf);
    }

    void published(long value) {
        published = value;
    }

    private Stream<Partial> parts() {
        return Arrays.stream(slots).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
