package org.parley.reporting.live;

import org.parley.reporting.Figure;

/**
 * The newest revision of a figure as it stands on the board.
 *
 * @param json of the event, as it is handed to everyone who watches
 * @param partition of the metrics topic
 * @param version counts the board's changes
 */
public record BoardEntry(Figure figure, FigureEvent event, String json, int partition, long offset, long version) {}
