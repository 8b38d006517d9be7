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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.parley.starter.codes.CodeList;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.Violation;

/** A roster as it is sent: CSV (RFC 4180) in UTF-8, with a header, its columns in any order. */
record RosterFile(List<RosterLine> lines) {

    static final int MOST_LINES = 5_000;

    private static final String TAX_NUMBER = "tax_number";
    private static final String NAME = "name";
    private static final String RANK = "rank";
    private static final String COMMAND = "command";
    private static final String NCO = "nco";
    private static final Set<String> COLUMNS = Set.of(TAX_NUMBER, NAME, RANK, COMMAND, NCO);

    private static final CodeList COMMANDS = CodeList.of("commands");

    /** Six digits; a seventh for when they run out. */
    private static final Pattern TAX_NUMBER_FORM = Pattern.compile("[0-9]{6,7}");

    private static final Pattern NAME_FORM = Pattern.compile("\\P{Cntrl}{1,100}");

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
                            : line.refused(TAX_NUMBER, "must stand in the file once"));
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
        if (header.getFieldCount() != COLUMNS.size() || !columns.keySet().equals(COLUMNS)) {
            throw ProblemException.invalid("/header", header());
        }
        return columns;
    }

    private static String header() {
        return "must name each of " + String.join(", ", new TreeSet<>(COLUMNS)) + " once";
    }

    private static RosterLine line(CsvRecord record, Map<String, Integer> columns, LocalDate today) {
        var number = record.getStartingLineNumber();
        if (record.getFieldCount() != columns.size()) {
            return new RosterLine(number, null, List.of(new Violation("", "must have " + columns.size() + " fields")));
        }
        var fields = new HashMap<String, String>();
        columns.forEach((column, at) -> fields.put(column, record.getField(at).strip()));
        return line(number, fields, today);
    }

    private static RosterLine line(long number, Map<String, String> fields, LocalDate today) {
        var taxNumber = fields.getOrDefault(TAX_NUMBER, "");
        var name = fields.getOrDefault(NAME, "");
        var command = fields.getOrDefault(COMMAND, "");
        var nco = fields.getOrDefault(NCO, "");
        var rank = rank(fields.getOrDefault(RANK, ""));
        var violations = new ArrayList<Violation>();
        unless(violations, TAX_NUMBER_FORM.matcher(taxNumber).matches(), TAX_NUMBER, "must be six or seven digits");
        unless(violations, NAME_FORM.matcher(name).matches(), NAME, "must have 1 to 100 characters, none of control");
        unless(violations, rank.isPresent(), RANK, "must be one of " + List.of(Rank.values()));
        unless(violations, COMMANDS.isValidOn(command, today), COMMAND, "must be a command of today");
        unless(violations, nco.equals("true") || nco.equals("false"), NCO, "must be true or false");
        return violations.isEmpty()
                ? new RosterLine(
                        number,
                        new RosterRow(taxNumber, name, rank.orElseThrow(), command, nco.equals("true")),
                        List.of())
                : new RosterLine(number, null, violations);
    }

    private static Optional<Rank> rank(String text) {
        return List.of(Rank.values()).stream()
                .filter(rank -> rank.name().equals(text))
                .findFirst();
    }

    private static void unless(List<Violation> violations, boolean kept, String field, String rule) {
        if (!kept) {
            violations.add(new Violation(field, rule));
        }
    }
}
