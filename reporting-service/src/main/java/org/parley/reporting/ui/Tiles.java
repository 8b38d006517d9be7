package org.parley.reporting.ui;

import static org.parley.reporting.Metric.AGREEMENTS;
import static org.parley.reporting.Metric.ARRESTS_AVOIDED;
import static org.parley.reporting.Metric.MICRO_INTERVENTIONS;
import static org.parley.reporting.Metric.OFFICERS_CERTIFIED;
import static org.parley.reporting.Metric.REFERRALS_ACCEPTED;
import static org.parley.reporting.Metric.REFERRALS_CLOSED;
import static org.parley.reporting.Metric.REFERRALS_SCREENED_OUT;
import static org.parley.reporting.Metric.REFERRALS_SUBMITTED;
import static org.parley.reporting.Metric.SESSIONS_HELD;
import static org.parley.reporting.Metric.TRAININGS_COMPLETED;

import java.util.List;
import org.parley.reporting.Figure;
import org.parley.reporting.Metric;
import org.parley.reporting.live.Board;

/** The headline numbers, in the order of the programme: from the street to the center and to the classroom. */
record Tiles(String title, List<Tile> tiles) {

    record Tile(Metric metric, Shown shown) {}

    Tiles {
        tiles = List.copyOf(tiles);
    }

    static List<Tiles> of(Board board) {
        return List.of(
                of(
                        board,
                        "Referrals",
                        REFERRALS_SUBMITTED,
                        REFERRALS_SCREENED_OUT,
                        REFERRALS_ACCEPTED,
                        REFERRALS_CLOSED),
                of(board, "Mediation", SESSIONS_HELD, AGREEMENTS),
                of(board, "On the street", MICRO_INTERVENTIONS, ARRESTS_AVOIDED),
                of(board, "Training", TRAININGS_COMPLETED, OFFICERS_CERTIFIED));
    }

    private static Tiles of(Board board, String title, Metric... metrics) {
        return new Tiles(
                title,
                List.of(metrics).stream()
                        .map(metric -> new Tile(metric, Shown.of(board, Figure.total(metric), metric.title(), "")))
                        .toList());
    }
}
