package org.parley.session.http;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.session.Author;
import org.parley.session.Logging;
import org.parley.session.MicroIntervention;
import org.parley.session.MicroInterventionManagement;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a phone logged while it was offline, each with an answer of its own: a bad one holds up none of the others. */
@RestController
@PreAuthorize("hasAnyRole('officer', 'coordinator')")
class BatchController {

    private static final int MOST = 1_000;

    private final MicroInterventionManagement microInterventions;
    private final StrictJson json;

    BatchController(MicroInterventionManagement microInterventions, StrictJson json) {
        this.microInterventions = microInterventions;
        this.json = json;
    }

    /** @param items in any order; each may be sent as often as one likes */
    record LogBatch(
            @ArraySchema(schema = @Schema(implementation = MicroInterventionItem.class)) @NotEmpty @Size(max = MOST)
            List<JsonNode> items) {}

    /** @param items in the order of the request */
    record LogBatchAnswers(List<LogBatchItem> items) {}

    /**
     * @param status as the answer to that one alone would have had it
     * @param problem what is wrong with it; nothing of it was stored
     */
    record LogBatchItem(
            int status,
            @Nullable MicroInterventionView microIntervention,
            @Nullable ProblemDetail problem) {

        static LogBatchItem of(ProblemException problem) {
            return new LogBatchItem(problem.status().value(), null, problem.toProblem());
        }

        static LogBatchItem of(Logging<MicroIntervention> logging) {
            return switch (logging) {
                case Logging.Logged<MicroIntervention>(var held) ->
                    new LogBatchItem(HttpStatus.CREATED.value(), MicroInterventionView.from(held), null);
                case Logging.Repeated<MicroIntervention>(var held) ->
                    new LogBatchItem(HttpStatus.OK.value(), MicroInterventionView.from(held), null);
                case Logging.Conflicting<MicroIntervention> _,
                        Logging.Refused<MicroIntervention> _,
                        Logging.Forbidden<MicroIntervention> _ -> of(Answers.problem(logging));
            };
        }
    }

    @PostMapping("/v1/micro-interventions:batch")
    LogBatchAnswers log(@Valid @RequestBody LogBatch batch, Caller caller) {
        var good = new ArrayList<MicroInterventionManagement.Entry>();
        var places = new ArrayList<Integer>();
        var answers = new TreeMap<Integer, LogBatchItem>();
        for (var place = 0; place < batch.items().size(); place++) {
            try {
                good.add(json.read(batch.items().get(place), MicroInterventionItem.class)
                        .toEntry());
                places.add(place);
            } catch (ProblemException e) {
                answers.put(place, LogBatchItem.of(e));
            }
        }
        var logged = microInterventions.log(good, new Author(caller));
        for (var index = 0; index < logged.size(); index++) {
            answers.put(places.get(index), LogBatchItem.of(logged.get(index)));
        }
        return new LogBatchAnswers(List.copyOf(answers.values()));
    }
}
