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
 * A figure as its owner adds it up, with one slot per partition. Its revision is the sum of the parts' revisions, which
 * rise with the events of just this figure: so whoever knows of all of them has the highest revision there is, whatever
 * an owner that was asleep publishes.
 */
final class OwnedFigure {

    /**
     * The high part of a revision, so that figures that are built anew from the start begin above all before. In the
     * first generation revisions rose with the events of other figures, too.
     */
    private static final long GENERATION = 2L << 40;

    private final Figure figure;
    private final @Nullable Partial[] slots = new Partial[Source.PARTITIONS];
    private long published = GENERATION;

    OwnedFigure(Figure figure) {
        this.figure = figure;
    }

    void take(Partial partial) {
        var known = slots[partial.partition()];
        if (known == null || known.revision() < partial.revision()) {
            slots[partial.partition()] = partial;
        }
    }

    /** What is to be published now; null if that would say nothing new. */
    @Nullable
    FigureEvent news() {
        var revision = GENERATION + parts().mapToLong(Partial::revision).sum();
        if (revision <= published) {
            return null;
        }
        var value = parts().mapToLong(Partial::value).sum();
        var asOf = parts().map(Partial::asOf).max(Instant::compareTo).orElse(Instant.EPOCH);
        return FigureEvent.of(figure, value, revision, asOf);
    }

    void published(long revision) {
        published = revision;
    }

    private Stream<Partial> parts() {
        return Arrays.stream(slots).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
