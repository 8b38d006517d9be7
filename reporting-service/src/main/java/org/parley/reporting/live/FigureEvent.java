package org.parley.reporting.live;

import java.time.Instant;
import java.util.Map;
import org.parley.reporting.Figure;

/**
 * The data of {@code org.parley.metric.figure.v1}.
 *
 * @param definition version of the metric's definition
 * @param period first day of the period, or {@code all}
 * @param revision rises with each event that touches the figure; once nothing is under way, the highest has the true value
 * @param asOf when the newest event in the rollups it is made of was appended
 */
public record FigureEvent(
        String figure,
        String metric,
        String definition,
        String interval,
        String period,
        Map<String, String> dimensions,
        long value,
        long revision,
        Instant asOf) {

    static final String TYPE = "org.parley.metric.figure.v1";

    public FigureEvent {
        dimensions = Map.copyOf(dimensions);
    }

    static FigureEvent of(Figure figure, long value, long revision, Instant asOf) {
        return new FigureEvent(
                figure.id(),
                figure.metric().word(),
                figure.metric().version(),
                figure.interval().word(),
                figure.period(),
                figure.dimensions(),
                value,
                revision,
                asOf);
    }
}
