package org.parley.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The code lists of the contracts. */
public final class CodeLists {

    private CodeLists() {}

    /** The columns of each row; none of these lists has a comma within one. */
    public static List<List<String>> rows(String list) {
        var resource = "/contracts/codes/" + list + ".csv";
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CodeLists.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
