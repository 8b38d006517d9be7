package org.parley.connector.nyc311;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.parley.connector.nyc311.ServiceRequest.CannotRead;
import org.parley.connector.rows.BadInput;
import org.parley.connector.rows.Referral;
import org.parley.connector.rows.Row;

/** Reads 311 rows: what they become, and what is left out. */
public final class Nyc311 {

    private static final List<String> NEEDED =
            List.of("unique_key", "created_date", "agency", "complaint_type", "latitude", "longitude");

    private final TypeMapping types;
    private final Precincts precincts;
    private final CommunityBoards boards;

    public Nyc311(TypeMapping types, Precincts precincts, CommunityBoards boards) {
        this.types = types;
        this.precincts = precincts;
        this.boards = boards;
    }

    /** Hands over row by row as the file is read, so that a file may be larger than memory. */
    public void read(Path file, Consumer<Row> rows) throws IOException {
        try (var records = new CsvRecords(file)) {
            var columns = records.header().stream().map(Nyc311::columnName).toList();
            var missing = new TreeSet<>(NEEDED);
            columns.forEach(missing::remove);
            if (!missing.isEmpty()) {
                throw new BadInput(file + ": these columns of a 311 export are missing: " + String.join(", ", missing));
            }
            for (var record = records.next(); record.isPresent(); record = records.next()) {
                rows.accept(row(columns, record.get()));
            }
        }
    }

    private Row row(List<String> columns, CsvRecords.Found record) {
        if (record.fields().isEmpty()) {
            return new Row.LeftOut(record.line(), "", Row.Reason.UNREADABLE, record.problem());
        }
        var byName = new HashMap<String, String>();
        for (var i = 0; i < columns.size(); i++) {
            byName.put(columns.get(i), record.fields().get(i));
        }
        var key = "";
        try {
            var request = new ServiceRequest(Map.copyOf(byName));
            key = request.key();
            return row(record.line(), key, request);
        } catch (CannotRead e) {
            return new Row.LeftOut(record.line(), key, Row.Reason.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private Row row(long line, String key, ServiceRequest request) {
        if (!request.text("agency").equals("NYPD")) {
            return new Row.LeftOut(line, key, Row.Reason.OTHER_AGENCY, request.text("agency"));
        }
        var type = types.typeOf(request.text("complaint_type"));
        if (type.isEmpty()) {
            return new Row.LeftOut(line, key, Row.Reason.NOT_A_DISPUTE, request.text("complaint_type"));
        }
        var createdAt = request.createdAt();
        var precinct = precinct(request);
        if (precinct.isEmpty()) {
            var why = request.hasPoint() ? "its point lies in no precinct" : "no point, and no precinct by its board";
            return new Row.LeftOut(line, key, Row.Reason.NO_COMMAND, why);
        }
        var command = String.format(Locale.ROOT, "PCT-%03d", precinct.get());
        return new Row.Eligible(
                line,
                key,
                Referral.ofUnknownParties("nyc311-" + key, command, type.get(), createdAt, request.address()));
    }

    /**
     * The point decides where there is one, whatever borough or board the row names. A point outside every precinct is
     * no reason to guess by the board: it is more likely wrong than the polygons are.
     */
    private Optional<Integer> precinct(ServiceRequest request) {
        return request.hasPoint()
                ? precincts.at(request.latitude(), request.longitude())
                : boards.precinctOf(request.text("community_board"));
    }

    /** The city's own export heads a column `Unique Key`, its API `unique_key`. */
    private static String columnName(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
