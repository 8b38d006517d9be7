package org.parley.session.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.session.MicroInterventionOutcome;
import org.parley.session.SessionOutcome;
import org.parley.session.Technique;
import org.parley.session.TechniqueGroup;
import org.parley.session.lists.Summary;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A month's figures in rows of codes, for a spreadsheet. What is not shown is left empty; a true zero is 0. */
final class FiguresCsv {

    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);
    private static final List<String> ARRESTS = List.of("AVOIDED", "MADE", "UNLIKELY");

    private final CsvWriter rows;

    private FiguresCsv(CsvWriter rows) {
        this.rows = rows.writeRecord("part", "group", "technique", "outcome", "logs");
    }

    /** @param of what the figures are of, as the name of the file says it: a code */
    static ResponseEntity<String> download(Summary summary, String of) {
        var name = "parley-%s-%s.csv".formatted(of, summary.month());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text(summary));
    }

    static String text(Summary summary) {
        var text = new StringWriter();
        // It is in memory anyway, so nothing waits in a buffer until it is closed.
        var csv = new FiguresCsv(CsvWriter.builder().bufferSize(0).build(text));
        csv.part("MICRO_INTERVENTIONS", summary.microInterventions(), codes(MicroInterventionOutcome.values()));
        csv.outcomes("ARRESTS", "", ARRESTS, Optional.ofNullable(summary.arrests()));
        csv.part("SESSIONS", summary.sessions(), codes(SessionOutcome.values()));
        return text.toString();
    }

    private void part(String name, Summary.Part part, List<String> outcomes) {
        figures(name, "", outcomes, part.all());
        for (var group : TechniqueGroup.values()) {
            figures(name, group.name(), outcomes, part.groups().get(group));
        }
        for (var technique : Technique.values()) {
            row(
                    name,
                    technique.group().name(),
                    technique.name(),
                    "",
                    part.techniques().get(technique));
        }
    }

    private void figures(String part, String group, List<String> outcomes, Summary.@Nullable Figures figures) {
        row(part, group, "", "", figures == null ? null : figures.logs());
        outcomes(part, group, outcomes, Optional.ofNullable(figures).map(Summary.Figures::outcomes));
    }

    private void outcomes(String part, String group, List<String> outcomes, Optional<Map<String, Integer>> logs) {
        outcomes.forEach(outcome -> row(
                part,
                group,
                "",
                outcome,
                logs.map(shown -> shown.getOrDefault(outcome, 0)).orElse(null)));
    }

    private void row(String part, String group, String technique, String outcome, @Nullable Integer logs) {
        rows.writeRecord(part, group, technique, outcome, logs == null ? "" : logs.toString());
    }

    private static List<String> codes(Enum<?>[] codes) {
        return Arrays.stream(codes).map(Enum::name).toList();
    }
}
