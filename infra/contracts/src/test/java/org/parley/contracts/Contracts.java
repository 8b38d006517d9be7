package org.parley.contracts;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contracts as a reader of the jar meets them: on the class path under {@code contracts/}. */
final class Contracts {

    static final String INTAKE = "org.parley.intake.referral.v1";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Formats are asserted, which the specification leaves to the validator. */
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Contracts() {}

    static SortedSet<String> types() {
        var types = files("schemas");
        types.remove("common");
        return types;
    }

    static SortedSet<String> examples() {
        return files("examples");
    }

    static ObjectNode example(String type) {
        return (ObjectNode) json("examples/" + type + ".json");
    }

    static JsonNode schemaText(String name) {
        return json("schemas/" + name + ".json");
    }

    static Schema schema(String type) {
        return SCHEMAS.getSchema(SchemaLocation.of("classpath:/contracts/schemas/" + type + ".json"));
    }

    static JsonNode asyncApi() {
        return YAMLMapper.shared().readTree(open("asyncapi.yaml"));
    }

    static List<NamedCsvRecord> codes(String list) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(open("codes/" + list + ".csv"))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String path) {
        return JSON.readTree(open(path));
    }

    private static InputStream open(String path) {
        var stream = Contracts.class.getResourceAsStream("/contracts/" + path);
        if (stream == null) {
            throw new AssertionError("no contracts/" + path);
        }
        return stream;
    }

    private static SortedSet<String> files(String folder) {
        URL url = Contracts.class.getResource("/contracts/" + folder);
        if (url == null) {
            throw new AssertionError("no contracts/" + folder);
        }
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
