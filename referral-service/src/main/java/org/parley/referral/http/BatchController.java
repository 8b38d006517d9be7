package org.parley.referral.http;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Channel;
import org.parley.referral.Current;
import org.parley.referral.Posted;
import org.parley.referral.ReferralManagement;
import org.parley.referral.Submission;
import org.parley.referral.Submitted;
import org.parley.referral.audience.PrecinctView;
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

/** Many referrals in one request, each with an answer of its own: what is wrong with one holds up none of the others. */
@RestController
@PreAuthorize("hasRole('precinct-system')")
class BatchController {

    private static final int MOST = 500;

    private final ReferralManagement management;
    private final StrictJson json;

    BatchController(ReferralManagement management, StrictJson json) {
        this.management = management;
        this.json = json;
    }

    /** @param items submissions, each with a reference: that is what makes them safe to repeat */
    record Batch(
            @ArraySchema(schema = @Schema(implementation = Submission.class)) @NotEmpty @Size(max = MOST)
            List<JsonNode> items) {}

    /** @param items in the order of the request */
    record BatchAnswers(List<BatchItem> items) {}

    /**
     * @param status as the answer to that one alone would have had it
     * @param problem what is wrong with it; nothing of it was stored
     */
    record BatchItem(
            int status,
            @Nullable PrecinctView referral,
            @Nullable ProblemDetail problem) {

        static BatchItem of(HttpStatus status, Current current) {
            return new BatchItem(status.value(), PrecinctView.from(current), null);
        }

        static BatchItem of(ProblemException problem) {
            return new BatchItem(problem.status().value(), null, problem.toProblem());
        }

        static BatchItem of(Submitted submitted) {
            return switch (submitted) {
                case Submitted.Fresh(var current) -> of(HttpStatus.CREATED, current);
                case Submitted.Repeated(var current) -> of(HttpStatus.OK, current);
                case Submitted.KeyReused _ ->
                    of(ProblemException.keyReused("Another referral was posted under this reference before."));
            };
        }
    }

    @PostMapping("/v1/referrals:batch")
    BatchAnswers submit(Caller caller, @Valid @RequestBody Batch batch) {
        var good = new ArrayList<Posted>();
        var places = new ArrayList<Integer>();
        Map<Integer, BatchItem> answers = new HashMap<>();
        for (var place = 0; place < batch.items().size(); place++) {
            try {
                good.add(posted(caller, batch.items().get(place)));
                places.add(place);
            } catch (ProblemException e) {
                answers.put(place, BatchItem.of(e));
            }
        }
        var submitted = management.submit(good);
        for (var index = 0; index < submitted.size(); index++) {
            answers.put(places.get(index), BatchItem.of(submitted.get(index)));
        }
        return new BatchAnswers(answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList());
    }

    private Posted posted(Caller caller, JsonNode item) {
        var submission = json.read(item, Submission.class);
        if (submission.reference() == null) {
            throw ProblemException.invalid("/reference", "must be given");
        }
        if (!caller.covers("command", submission.command())) {
            throw ProblemException.forbidden("This client does not speak for that command.");
        }
        return Posted.bySystem(caller.id(), Channel.HTTP, null, submission);
    }
}
