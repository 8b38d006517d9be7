package org.parley.connector.nyc311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordsTest {

    @TempDir
    Path folder;

    @Test
    void readsQuotesCommasAndLineBreaksInFields() throws IOException {
        assertThat(read("a,b,c\n1,\"x, \"\"y\"\"\",2\n\"3\n4\",,\"5\"\r\n\n6,7,8"))
                .containsExactly("2: 1|x, \"y\"|2", "3: 3\n4||5", "6: 6|7|8");
    }

    @Test
    void leavesTheByteOrderMarkOutOfTheHeader() throws IOException {
        try (var records = new CsvRecords(file("\uFEFFa,b\n1,2\n"))) {
            assertThat(records.header()).containsExactly("a", "b");
        }
    }

    @Test
    void losesOnlyTheLineWithAStrayQuote() throws IOException {
        assertThat(read("a,b,c\n1,\"stray,2\n3,\"x, y\",4\n5,6,7\n"))
                .containsExactly("2 unreadable: quotes don't pair", "3: 3|x, y|4", "4: 5|6|7");
    }

    @Test
    void losesOnlyTheLastLineWhenItsQuoteNeverEnds() throws IOException {
        assertThat(read("a,b,c\n1,2,3\n4,5,\"no end")).containsExactly("2: 1|2|3", "3 unreadable: quotes don't pair");
    }

    @Test
    void saysHowManyFieldsThereAre() throws IOException {
        assertThat(read("a,b,c\n1,2\n1,2,3\n1,2,3,4\n"))
                .containsExactly(
                        "2 unreadable: 2 fields where the header has 3",
                        "3: 1|2|3",
                        "4 unreadable: 4 fields where the header has 3");
    }

    @Test
    void readsOnPastBytesThatAreNoUtf8() throws IOException {
        var file = folder.resolve("latin1.csv");
        Files.write(file, new byte[] {'a', ',', 'b', '\n', (byte) 0xE9, ',', '2', '\n', '3', ',', '4', '\n'});

        assertThat(read(file)).containsExactly("2: \uFFFD|2", "3: 3|4");
    }

    private List<String> read(String text) throws IOException {
        return read(file(text));
    }

    private static List<String> read(Path file) throws IOException {
        var all = new ArrayList<String>();
        try (var records = new CsvRecords(file)) {
            for (var next = records.next(); next.isPresent(); next = records.next()) {
                var record = next.get();
                all.add(
                        record.fields().isEmpty()
                                ? record.line() + " unreadable: " + record.problem()
                                : record.line() + ": " + String.join("|", record.fields()));
            }
        }
        return all;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text);
    }
}
