package org.parley.reporting.counting;

import java.time.Instant;
import org.bson.Document;
import org.parley.reporting.Figure;

/**
 * One partition's part of a published figure, as it stands in the partition's rollup.
 *
 * @param revision how often the part has changed: of two the one with the higher revision is newer, and two with the
 *     same are the same
 * @param asOf when the newest event in it was appended
 */
public record Partial(Figure figure, int partition, long revision, long value, Instant asOf) {

    static Partial of(FigurePlace place, int partition, Document rollup) {
        return new Partial(
                place.figure(), partition, place.revision(rollup), place.value(rollup), Rollups.asOf(rollup));
    }
}
