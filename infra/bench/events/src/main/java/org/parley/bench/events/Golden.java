package org.parley.bench.events;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The examples and code lists of the contracts: what is made of them has the fields and the size of the real thing. */
final class Golden {

    static final JsonMapper JSON = new JsonMapper();

    private static final ConcurrentHashMap<String, ObjectNode> EXAMPLES = new ConcurrentHashMap<>();

    private Golden() {}

    /** @param type as {@code org.parley.referral.submitted.v1}; the caller may change what it gets */
    static ObjectNode example(String type) {
        return EXAMPLES.computeIfAbsent(type, Golden::read).deepCopy();
    }

    static List<NamedCsvRecord> codes(String list) {
        try (var in = open("codes/" + list + ".csv");
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode read(String type) {
        try (var in = open("examples/" + type + ".json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        var in = Golden.class.getResourceAsStream("/contracts/" + path);
        if (in == null) {
            throw new IllegalStateException("The contracts have no " + path);
        }
        return in;
    }
}
