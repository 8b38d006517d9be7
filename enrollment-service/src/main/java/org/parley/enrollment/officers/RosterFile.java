package org.parley.enrollment.officers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.Violation;

/** A roster as it is sent: CSV (RFC 4180) in UTF-8, with a header, its columns in any order. */
record RosterFile(List<RosterLine> lines) {

    static final int MOST_LINES = 5_000;

    RosterFile {
        lines = List.copyOf(lines);
    }

    /** @throws ProblemException when it is no roster; a line that is wrong is only that line */
    static RosterFile read(byte[] file, LocalDate today) {
        var records = records(text(file));
        if (records.isEmpty()) {
            throw ProblemException.invalid("/header", header());
        }
        var columns = columns(records.getFirst());
        if (records.size() > MOST_LINES + 1) {
            throw ProblemException.invalid("/lines", "must be at most " + MOST_LINES);
        }
        var seen = new HashSet<String>();
        var lines = new ArrayList<RosterLine>(records.size());
        for (var record : records.subList(1, records.size())) {
            var line = line(record, columns, today);
            var row = line.row();
            lines.add(
                    row == null || seen.add(row.taxNumber())
                            ? line
                            : line.refused(RosterLine.TAX_NUMBER, "must stand in the file once"));
        }
        return new RosterFile(lines);
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid("", "must be UTF-8");
        }
    }

    private static List<CsvRecord> records(String text) {
        var csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
        try (var records = csv.ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            return records.stream().limit(MOST_LINES + 2L).toList();
        } catch (CsvParseException e) {
            // Its message may quote what stands there.
            throw ProblemException.invalid("", "must be CSV as in RFC 4180");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where each column is. */
    private static Map<String, Integer> columns(CsvRecord header) {
        var columns = new HashMap<String, Integer>();
        for (var at = 0; at < header.getFieldCount(); at++) {
            columns.put(header.getField(at).strip(), at);
        }
        if (header.getFieldCount() != RosterLine.COLUMNS.size()
                || !columns.keySet().equals(RosterLine.COLUMNS)) {
            throw ProblemException.invalid("/header", header());
        }
        return columns;
    }

    private static String header() {
        return "must name each of " + String.join(", ", new TreeSet<>(RosterLine.COLUMNS)) + " once";
    }

    private static RosterLine line(CsvRecord record, Map<String, Integer> columns, LocalDate today) {
        var number = record.getStartingLineNumber();
        if (record.getFieldCount() != columns.size()) {
            return new RosterLine(number, null, List.of(new Violation("", "must have " + columns.size() + " fields")));
        }
        var fields = new HashMap<String, String>();
        columns.forEach((column, at) -> fields.put(column, record.getField(at).strip()));
        return RosterLine.of(number, fields, today);
    }
}
