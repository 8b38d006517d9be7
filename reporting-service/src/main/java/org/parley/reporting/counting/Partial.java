package org.parley.reporting.counting;

import java.time.Instant;
import org.bson.Document;
import org.parley.reporting.Figure;

/**
 * One partition's part of a published figure, as it stands in the partition's rollup.
 *
 * @param revision one more than the offset of the last event that touched this part: of two the one with the higher is
 *     newer, and two with the same are the same; 0 if none has
 * @param asOf when the newest event in the rollup was appended
 */
public record Partial(Figure figure, int partition, long revision, long value, Instant asOf) {

    static Partial of(FigurePlace place, int partition, Document rollup) {
        return new Partial(
                place.figure(), partition, place.revision(rollup), place.value(rollup), Rollups.asOf(rollup));
    }
}
