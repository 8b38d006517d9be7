package org.parley.reporting.ui;

import java.time.Instant;
import org.parley.reporting.Figure;
import org.parley.reporting.live.FigureEvent;

final class TestFigures {

    private TestFigures() {}

    static FigureEvent event(Figure figure, long value, Instant asOf) {
        return new FigureEvent(
                figure.id(),
                figure.metric().word(),
                figure.metric().version(),
                figure.interval().word(),
                figure.period(),
                figure.dimensions(),
                value,
                1,
                asOf);
    }
}
