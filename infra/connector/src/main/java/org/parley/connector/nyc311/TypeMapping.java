package org.parley.connector.nyc311;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.connector.rows.BadInput;
import org.parley.connector.rows.Codes;

/** Which complaint type is a dispute, and of which type: the first line of the mapping file that fits. */
public final class TypeMapping {

    private record Line(Predicate<String> fits, String type) {}

    private final List<Line> lines;

    private TypeMapping(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    public static TypeMapping shipped() {
        return parse(shippedText(), "the mapping that comes with the connector");
    }

    /** The mapping that comes with the connector, to be printed, changed, and given back with {@code --mapping}. */
    public static String shippedText() {
        try (var resource = TypeMapping.class.getResourceAsStream("mapping.csv")) {
            if (resource == null) {
                throw new IllegalStateException("the jar holds no mapping.csv");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TypeMapping read(Path file) throws IOException {
        return parse(Files.readString(file), file.toString());
    }

    static TypeMapping parse(String text, String name) {
        var known = Codes.of("dispute-types", "name");
        var lines = new ArrayList<Line>();
        var csv = CsvReader.builder().commentStrategy(CommentStrategy.SKIP).detectBomHeader(true);
        try (var rows = csv.ofNamedCsvRecord(text)) {
            for (var row : rows) {
                var type = row.getField("type").strip();
                if (!known.containsKey(type)) {
                    throw new BadInput("%s, line %d: %s is no dispute type; there are %s"
                            .formatted(name, row.getStartingLineNumber(), type, String.join(" ", known.keySet())));
                }
                lines.add(new Line(pattern(row.getField("complaint_type").strip()), type));
            }
        } catch (CsvParseException | NoSuchElementException e) {
            throw new BadInput(name + ": expected CSV with the columns complaint_type and type: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TypeMapping(lines);
    }

    Optional<String> typeOf(String complaintType) {
        return lines.stream()
                .filter(line -> line.fits().test(complaintType))
                .map(Line::type)
                .findFirst();
    }

    private static Predicate<String> pattern(String text) {
        return Pattern.compile(
                        Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")))
                .asMatchPredicate();
    }
}
