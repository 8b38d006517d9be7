package org.parley.referral.routing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The centers there are, in the order in which they are asked. */
public final class Directory {

    private final Map<String, Center> centers;

    Directory(Collection<Center> centers) {
        var byId = new LinkedHashMap<String, Center>();
        centers.forEach(center -> byId.put(center.id(), center));
        this.centers = byId;
    }

    /** Reads a file of centers: see {@code centers.csv} for its columns. */
    public static Directory read(Reader file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return new Directory(rows.stream().map(Directory::center).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> ids() {
        return centers.keySet();
    }

    public boolean knows(String center) {
        return centers.containsKey(center);
    }

    /** The first center of the borough that was not asked yet; none when all have been. */
    public Optional<Choice> next(String borough, Set<String> asked) {
        return centers.values().stream()
                .filter(center -> center.serves(borough) && !asked.contains(center.id()))
                .findFirst()
                .map(center -> new Choice(center, List.of("serves " + borough)));
    }

    private static Center center(NamedCsvRecord row) {
        var hours = new OpeningHours(
                words(row, "days").map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                LocalTime.parse(row.getField("opens")),
                LocalTime.parse(row.getField("closes")),
                ZoneId.of(row.getField("zone")));
        return new Center(
                row.getField("center"),
                row.getField("name"),
                words(row, "boroughs").collect(Collectors.toSet()),
                hours);
    }

    private static java.util.stream.Stream<String> words(NamedCsvRecord row, String field) {
        return Arrays.stream(row.getField(field).split(" "));
    }
}
