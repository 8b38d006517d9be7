package org.parley.reporting.counting;

import java.time.Instant;
import org.bson.Document;
import org.parley.reporting.Figure;

/**
 * One partition's part of a published figure, as it stands in the partition's rollup.
 *
 * @param offset the rollup's fence: of two parts the one with the higher offset is newer
 * @param asOf when the newest event in it was appended
 */
public record Partial(Figure figure, int partition, long offset, long value, Instant asOf) {

    static Partial of(FigurePlace place, int partition, Document rollup) {
        return new Partial(
                place.figure(), partition, Rollups.fence(rollup).offset(), place.value(rollup), Rollups.asOf(rollup));
    }
}
