package org.parley.connector.rows;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The code lists of the contracts, so that a misspelt code is found before anything is sent. */
public final class Codes {

    private Codes() {}

    /** Code and the given column of {@code contracts/codes/<list>.csv}, in the list's order. */
    public static Map<String, String> of(String list, String column) {
        var resource = Codes.class.getResourceAsStream("/contracts/codes/" + list + ".csv");
        if (resource == null) {
            throw new IllegalStateException("the contracts hold no code list " + list);
        }
        try (var rows = CsvReader.builder().ofNamedCsvRecord(resource, StandardCharsets.UTF_8)) {
            var codes = new LinkedHashMap<String, String>();
            rows.forEach(row -> codes.put(row.getField("code"), row.getField(column)));
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
