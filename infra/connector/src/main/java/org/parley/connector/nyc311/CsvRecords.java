package org.parley.connector.nyc311;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, of which a broken one costs nothing but itself. A parser that reads on takes a stray quote
 * for the beginning of a long field and swallows its neighbours; here a record whose quote is still open at the end of
 * its line is read on only as long as a well-formed record comes of it, and otherwise the next line begins a new one.
 */
final class CsvRecords implements Closeable {

    private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder().allowUnclosedQuote(false);

    /** How many further lines a quoted field may go on for. */
    private static final int MOST_LINES = 100;

    /** @param fields empty when the record can't be read */
    record Found(long line, List<String> fields, String problem) {}

    private final BufferedReader in;
    private final Deque<String> givenBack = new ArrayDeque<>();
    private final List<String> header;
    private long line;

    CsvRecords(Path file) throws IOException {
        // Decodes leniently: a byte that is no UTF-8 may spoil a word of an address, not the run.
        in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        var first = take();
        header = first == null ? List.of() : parsed(first.replace("\uFEFF", "")).orElse(List.of());
    }

    List<String> header() {
        return header;
    }

    /** The next record; empty at the end of the file. Blank lines are no records. */
    Optional<Found> next() throws IOException {
        var first = take();
        while (first != null && first.isBlank()) {
            first = take();
        }
        return first == null ? Optional.empty() : Optional.of(beginningWith(first));
    }

    private Found beginningWith(String first) throws IOException {
        var start = line;
        var alone = parsed(first);
        if (alone.isPresent()) {
            return found(start, alone.get());
        }
        var text = new StringBuilder(first);
        var more = new ArrayList<String>();
        var open = oddQuotes(first);
        while (open && more.size() < MOST_LINES) {
            var next = take();
            if (next == null) {
                break;
            }
            more.add(next);
            text.append('\n').append(next);
            open ^= oddQuotes(next);
        }
        var together = parsed(text.toString()).filter(fields -> fields.size() == header.size());
        if (together.isPresent()) {
            return found(start, together.get());
        }
        more.reversed().forEach(givenBack::addFirst);
        line = start;
        return new Found(start, List.of(), "quotes don't pair");
    }

    private Found found(long start, List<String> fields) {
        return fields.size() == header.size()
                ? new Found(start, fields, "")
                : new Found(start, List.of(), fields.size() + " fields where the header has " + header.size());
    }

    private static Optional<List<String>> parsed(String text) {
        try {
            return Optional.of(CSV.ofSingleCsvRecord(text).getFields());
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    private static boolean oddQuotes(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private @Nullable String take() throws IOException {
        var next = givenBack.isEmpty() ? in.readLine() : givenBack.poll();
        line += next == null ? 0 : 1;
        return next;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
