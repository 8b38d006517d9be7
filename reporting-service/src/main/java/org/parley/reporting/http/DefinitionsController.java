package org.parley.reporting.http;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.reporting.Dimension;
import org.parley.reporting.Measure;
import org.parley.reporting.Measures;
import org.parley.reporting.Metric;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DefinitionsController {

    record Definitions(List<Definition> definitions) {
        Definitions {
            definitions = List.copyOf(definitions);
        }
    }

    /**
     * @param kind count, rate or percentile
     * @param live whether its figures are on the stream, too
     * @param axis the day a contribution counts on
     * @param events the types of the events it comes from
     */
    record Definition(
            String metric,
            String kind,
            boolean live,
            String version,
            String title,
            String words,
            String formula,
            String unit,
            String axis,
            List<String> dimensions,
            List<String> events) {

        Definition {
            dimensions = List.copyOf(dimensions);
            events = List.copyOf(events);
        }

        static Definition of(Measure measure) {
            return new Definition(
                    measure.word(),
                    measure.kind().word(),
                    measure instanceof Metric metric && metric.isLive(),
                    measure.version(),
                    measure.title(),
                    measure.words(),
                    measure.formula(),
                    measure.unit(),
                    measure.axis(),
                    measure.dimensions().stream().map(Dimension::word).toList(),
                    measure.groups().stream()
                            .flatMap(group -> group.events().stream())
                            .toList());
        }
    }

    private static final Definitions ALL =
            new Definitions(Measures.ALL.stream().map(Definition::of).toList());

    private static final String TAG = DigestUtils.md5DigestAsHex(ALL.toString().getBytes(StandardCharsets.UTF_8));

    @Operation(summary = "What each metric means, how it is counted, and from which events")
    @GetMapping("/v1/definitions")
    ResponseEntity<Definitions> definitions() {
        // Spring answers 304 when the caller has this tag.
        return ResponseEntity.ok().eTag(TAG).body(ALL);
    }
}
