package org.parley.reporting.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Figure;
import org.parley.reporting.live.Board;
import org.parley.reporting.live.FigureEvent;

/**
 * A figure as it stands on the page; scripts find it by its id and keep it up to date.
 *
 * @param label what it is a number of
 * @param note a word beside the label, or empty
 * @param asOf when the newest event in it was appended; null when nothing was counted yet
 */
record Shown(
        String figure,
        String label,
        String note,
        long value,
        @Nullable Instant asOf) {

    static Shown of(Board board, Figure figure, String label, String note) {
        var event = board.find(figure);
        return new Shown(
                figure.id(),
                label,
                note,
                event.map(FigureEvent::value).orElse(0L),
                event.map(FigureEvent::asOf).orElse(null));
    }

    /** For people: thousands apart. */
    public String text() {
        return Labels.of(value);
    }
}
