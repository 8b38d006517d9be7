package org.parley.referral.routing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.routing.OpeningHours.Hours;

/** A reference file of centers, with which a directory begins: see {@code centers.csv} for its columns. */
final class CenterFile {

    private CenterFile() {}

    static List<Center> read(Reader file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(CenterFile::center).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Center center(NamedCsvRecord row) {
        var hours = new Hours(LocalTime.parse(row.getField("opens")), LocalTime.parse(row.getField("closes")));
        var week =
                words(row, "days").map(DayOfWeek::valueOf).collect(Collectors.toMap(Function.identity(), _ -> hours));
        var closed = words(row, "closed").map(LocalDate::parse).collect(Collectors.toSet());
        return new Center(
                row.getField("center"),
                row.getField("name"),
                words(row, "boroughs").collect(Collectors.toSet()),
                words(row, "commands").collect(Collectors.toSet()),
                words(row, "types").collect(Collectors.toSet()),
                words(row, "languages").collect(Collectors.toSet()),
                words(row, "weekly_capacity").findFirst().map(Integer::valueOf).orElse(null),
                new OpeningHours(week, ZoneId.of(row.getField("zone")), closed),
                new CenterContact(text(row, "phone"), text(row, "email"), text(row, "website")),
                true);
    }

    private static @Nullable String text(NamedCsvRecord row, String field) {
        return row.findField(field).filter(text -> !text.isBlank()).orElse(null);
    }

    /** None where the column is missing or empty: the center has not said. */
    private static Stream<String> words(NamedCsvRecord row, String field) {
        return row.findField(field).stream()
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .filter(word -> !word.isBlank());
    }
}
