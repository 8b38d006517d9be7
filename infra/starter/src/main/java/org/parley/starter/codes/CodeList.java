package org.parley.starter.codes;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A code list of the contracts (`contracts/codes/<name>.csv`): rows by their first column, `code`. */
public final class CodeList {

    private final Map<String, Map<String, String>> rows;

    private CodeList(Map<String, Map<String, String>> rows) {
        this.rows = rows;
    }

    /** Reads the list once; a list that is not on the class path is a defect of the build, so it throws. */
    public static CodeList of(String name) {
        var path = "/contracts/codes/" + name + ".csv";
        try (var in = CodeList.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No code list at " + path);
            }
            var rows = new LinkedHashMap<String, Map<String, String>>();
            try (CsvReader<NamedCsvRecord> csv =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                csv.forEach(row -> rows.put(row.getField("code"), Map.copyOf(row.getFieldsAsMap())));
            }
            return new CodeList(Map.copyOf(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Map<String, String>> find(String code) {
        return Optional.ofNullable(rows.get(code));
    }

    public boolean contains(String code) {
        return rows.containsKey(code);
    }

    /** Whether it is in the list and, where the list has `valid_from` and `valid_to`, that day is not outside of them. */
    public boolean isValidOn(String code, LocalDate day) {
        return find(code)
                .filter(row -> bound(row, "valid_from")
                        .map(from -> !day.isBefore(from))
                        .orElse(true))
                .filter(row ->
                        bound(row, "valid_to").map(to -> !day.isAfter(to)).orElse(true))
                .isPresent();
    }

    private static Optional<LocalDate> bound(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column))
                .filter(text -> !text.isBlank())
                .map(LocalDate::parse);
    }

    public Set<String> codes() {
        return rows.keySet();
    }
}
