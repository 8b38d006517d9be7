package org.parley.connector;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.connector.delivery.Outcome;
import org.parley.connector.rows.Row;

/** A file with a line for every row that is not, or not certainly, with the platform. */
final class Rejects implements Closeable {

    private final @Nullable CsvWriter csv;

    private Rejects(@Nullable CsvWriter csv) {
        this.csv = csv;
    }

    static Rejects none() {
        return new Rejects(null);
    }

    static Rejects to(Path file) throws IOException {
        var csv = CsvWriter.builder().build(file);
        csv.writeRecord("line", "key", "reason", "detail");
        return new Rejects(csv);
    }

    void leftOut(Row.LeftOut row) {
        write(row, row.reason().word(), row.detail());
    }

    void outcome(Row.Eligible row, Outcome outcome) {
        switch (outcome) {
            case Outcome.Refused(var reason, var detail) -> write(row, "refused", (reason + " " + detail).strip());
            case Outcome.Unanswered(var detail) -> write(row, "unanswered", detail);
            case Outcome.Unconfirmed(var detail) -> write(row, "unconfirmed", detail);
            case Outcome.Accepted _, Outcome.Duplicate _, Outcome.Sent _, Outcome.Planned _ -> {}
        }
    }

    private synchronized void write(Row row, String reason, String detail) {
        if (csv != null) {
            csv.writeRecord(String.valueOf(row.line()), row.key(), reason, detail);
        }
    }

    @Override
    public void close() {
        if (csv != null) {
            try {
                csv.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
