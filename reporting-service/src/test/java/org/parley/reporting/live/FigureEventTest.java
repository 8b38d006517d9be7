package org.parley.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.reporting.Cell;
import org.parley.reporting.Figure;
import org.parley.reporting.Golden;
import org.parley.reporting.Interval;
import org.parley.reporting.Metric;
import org.parley.starter.topics.TopicNames;
import tools.jackson.databind.json.JsonMapper;

/** What is published is what the contracts show. */
class FigureEventTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant AS_OF = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void isTheGoldenExample() {
        var figure = new Figure(
                Metric.REFERRALS_SUBMITTED,
                Interval.MONTH,
                "2026-11-01",
                Map.of("command", "PCT-075", "type", "NOISE"));

        var record = record(FigureEvent.of(figure, 12, 12, AS_OF));

        assertThat(JSON.readTree(record.value())).isEqualTo(JSON.readTree(Golden.bytes(FigureEvent.TYPE)));
        assertThat(record.key()).isEqualTo(figure.id());
        assertThat(record.topic()).isEqualTo("t.parley.metrics.v1");
        assertThat(header(record, "ce_type")).isEqualTo(FigureEvent.TYPE);
        assertThat(header(record, "ce_sequence")).isEqualTo("12");
        assertThat(header(record, "ce_id")).isEqualTo(figure.id() + ":12");
    }

    @ParameterizedTest
    @MethodSource("everyKindOfFigure")
    void keepsToTheSchema(Figure figure) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("classpath:contracts/schemas/" + FigureEvent.TYPE + ".json"));

        var errors = schema.validate(
                new String(record(FigureEvent.of(figure, 0, 1L << 40, AS_OF)).value(), StandardCharsets.UTF_8),
                InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    static List<Figure> everyKindOfFigure() {
        return Metric.live().stream()
                .flatMap(metric -> Figure.published(new Cell(
                                metric,
                                LocalDate.of(2026, 11, 23),
                                metric.group().dimensions().stream()
                                        .map(dimension -> "2026.07-X")
                                        .toList()))
                        .stream())
                .toList();
    }

    private static ProducerRecord<String, byte[]> record(FigureEvent event) {
        return new MetricsTopic(new MockProducer<>(), new TopicNames("t."), JSON).record(event);
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
