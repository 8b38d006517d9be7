package org.parley.reporting.counting;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.FieldNames;
import org.parley.reporting.Figure;
import org.parley.reporting.Interval;

/**
 * Where a partition's part of a published figure stands in its rollups: figures over all time in the one that spans
 * all, those of a day in the one of the month.
 */
record FigurePlace(Figure figure, String span, String field, String name) {

    /** The field that keeps, under the same paths, up to which event each part has changed. */
    static final String REVISIONS = "revisions";

    static FigurePlace of(Figure figure) {
        if (figure.interval() == Interval.DAY) {
            var day = LocalDate.parse(figure.period());
            return new FigurePlace(
                    figure, RollupId.month(figure.metric().group(), 0, day).span(), "days", dayName(day));
        }
        var name = figure.dimensions().entrySet().stream()
                .map(pair -> pair.getKey() + "=" + FieldNames.safe(pair.getValue()))
                .collect(Collectors.joining(","));
        return new FigurePlace(figure, RollupId.ALL, "figures", name.isEmpty() ? "total" : name);
    }

    static String dayName(LocalDate day) {
        return day.toString().substring("yyyy-MM-".length());
    }

    RollupId in(int partition) {
        return new RollupId(figure.metric().group(), partition, span);
    }

    String path() {
        return field + "." + name + "." + figure.metric().word();
    }

    long value(Document rollup) {
        return in(rollup);
    }

    long revision(Document rollup) {
        var revisions = rollup.get(REVISIONS, Document.class);
        return revisions == null ? 0 : in(revisions);
    }

    private long in(Document document) {
        var fields = document.get(field, Document.class);
        var named = fields == null ? null : fields.get(name, Document.class);
        return named == null ? 0 : number(named.get(figure.metric().word()));
    }

    static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
