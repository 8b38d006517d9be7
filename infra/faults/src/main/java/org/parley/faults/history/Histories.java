package org.parley.faults.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.util.StdConverter;

/** Keeps what a run was, so that it can be checked again: deeds as JSON lines, what was found as one JSON document. */
public final class Histories {

    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Found.class, FoundForm.class).build();

    private Histories() {}

    public static void write(Path file, List<Asked> history) {
        lines(file, history, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    public static void append(Path file, List<Asked> history) {
        lines(file, history, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    public static List<Asked> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> whole(JSON.readValue(line, Asked.class))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void writeFound(Path file, Found found) {
        JSON.writeValue(file, found);
    }

    public static Found readFound(Path file) {
        return JSON.readValue(file, Found.class);
    }

    private static void lines(Path file, List<Asked> history, OpenOption... how) {
        try {
            Files.write(file, history.stream().map(JSON::writeValueAsString).toList(), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a file null stands for what is missing. */
    private static Asked whole(Asked read) {
        return new Asked(
                read.id(),
                read.client(),
                read.deed(),
                read.subject(),
                missing(read.body()),
                read.began(),
                read.ended(),
                read.attempts(),
                read.told(),
                read.status(),
                missing(read.answer()));
    }

    private static JsonNode missing(JsonNode read) {
        return read.isNull() ? MissingNode.getInstance() : read;
    }

    /** JSON has text for keys only, so figures are a list. */
    interface FoundForm {

        @JsonSerialize(converter = ToList.class)
        @JsonDeserialize(converter = FromList.class)
        Map<Figure, Long> figures();

        @JsonSerialize(converter = ToList.class)
        @JsonDeserialize(converter = FromList.class)
        Map<Figure, Long> rebuilt();

        @JsonSerialize(converter = ToList.class)
        @JsonDeserialize(converter = FromList.class)
        Map<Figure, Long> published();
    }

    private record Valued(String metric, String day, Map<String, String> dimensions, long value) {

        static Valued of(Figure figure, long value) {
            return new Valued(figure.metric(), figure.day(), figure.dimensions(), value);
        }

        Figure figure() {
            return new Figure(metric, day, dimensions);
        }
    }

    private static final class ToList extends StdConverter<Map<Figure, Long>, List<Valued>> {

        @Override
        public List<Valued> convert(Map<Figure, Long> figures) {
            return figures.entrySet().stream()
                    .map(entry -> Valued.of(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    private static final class FromList extends StdConverter<List<Valued>, Map<Figure, Long>> {

        @Override
        public Map<Figure, Long> convert(List<Valued> figures) {
            return figures.stream().collect(Collectors.toMap(Valued::figure, Valued::value));
        }
    }
}
