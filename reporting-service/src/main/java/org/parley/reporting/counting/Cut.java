package org.parley.reporting.counting;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.parley.reporting.Metric;

/**
 * What was counted of a group at one moment.
 *
 * @param cells by month, dimension values in the order of the group's dimensions, and metric
 * @param fences of every rollup that was read: up to which event of its partition it had been fed
 */
public record Cut(Map<YearMonth, Map<List<String>, Map<Metric, Long>>> cells, Map<String, String> fences) {

    public Cut {
        cells = Map.copyOf(cells);
        fences = Map.copyOf(fences);
    }
}
