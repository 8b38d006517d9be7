package org.parley.reporting.counting;

import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.parley.reporting.Cell;
import org.parley.reporting.Figure;

/** What stands in the rollups, to be compared. */
record StoredFigures(Map<String, Long> numbers) {

    /** Every number that isn't zero, by rollup and path. */
    static StoredFigures in(MongoDatabase database) {
        var numbers = new TreeMap<String, Long>();
        for (var rollup : database.getCollection("rollups").find()) {
            for (var field : List.of("cells", "days", "figures")) {
                rollup.get(field, new Document())
                        .forEach((name, metrics) -> ((Document) metrics)
                                .forEach((metric, value) -> numbers.put(
                                        String.join(" ", rollup.getString("_id"), field, name, metric),
                                        FigurePlace.number(value))));
            }
        }
        numbers.values().removeIf(value -> value == 0);
        return new StoredFigures(numbers);
    }

    /** Counted anew from the last state of every aggregate, by published figure. */
    static Map<Figure, Long> recounted(List<Told> all) {
        var last = new HashMap<String, Told>();
        all.forEach(told -> last.merge(told.aggregate(), told, (a, b) -> a.sequence() >= b.sequence() ? a : b));
        var figures = new HashMap<Figure, Long>();
        for (var told : last.values()) {
            for (Cell cell : told.contribution().cells().keySet()) {
                Figure.published(cell).forEach(figure -> figures.merge(figure, 1L, Long::sum));
            }
        }
        return figures;
    }

    /** That any of these events has ever touched. */
    static List<Figure> everyFigure(List<Told> all) {
        return all.stream()
                .flatMap(told -> told.contribution().cells().keySet().stream())
                .flatMap(cell -> Figure.published(cell).stream())
                .distinct()
                .toList();
    }

    /** The same figures from the parts in the store. */
    static Map<Figure, Long> added(MongoDatabase database, List<Told> all) {
        var figures = new HashMap<Figure, Long>();
        new Rollups(database)
                .parts(everyFigure(all))
                .forEach(part -> figures.merge(part.figure(), part.value(), Long::sum));
        figures.values().removeIf(value -> value == 0);
        return figures;
    }
}
