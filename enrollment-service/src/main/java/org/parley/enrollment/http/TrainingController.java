package org.parley.enrollment.http;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Creation;
import org.parley.enrollment.Ids;
import org.parley.enrollment.Requester;
import org.parley.enrollment.Training;
import org.parley.enrollment.TrainingManagement;
import org.parley.starter.identity.Caller;
import org.parley.starter.outbox.Held;
import org.parley.starter.web.ETags;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/trainings")
@PreAuthorize("hasRole('coordinator')")
class TrainingController {

    private static final String IF_MATCH = "If-Match";
    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final TrainingManagement trainings;

    TrainingController(TrainingManagement trainings) {
        this.trainings = trainings;
    }

    @PostMapping
    ResponseEntity<TrainingView> create(
            @Valid @RequestBody TrainingRequest request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Caller caller) {
        if (key != null && !KEY_FORM.matcher(key).matches()) {
            throw ProblemException.invalid(KEY, "must match " + KEY_FORM.pattern());
        }
        var id = key == null ? UUID.randomUUID() : Ids.training(caller.id(), key);
        return switch (trainings.create(id, request.toPlan())) {
            case Creation.Created(var held) -> created(HttpStatus.CREATED, held);
            case Creation.Repeated(var held) -> created(HttpStatus.OK, held);
            case Creation.KeyReused _ ->
                throw ProblemException.keyReused("Another training was created with this key.");
            case Creation.Invalid(var breaches) -> throw Answers.invalid(breaches);
        };
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('coordinator', 'commander', 'officer')")
    ResponseEntity<TrainingView> read(@PathVariable UUID id) {
        return Answers.found(trainings.find(id), TrainingView::from);
    }

    @PostMapping("/{id}/open")
    ResponseEntity<TrainingView> open(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.to(trainings.open(id, new Requester(caller), Answers.guard(ifMatch)), TrainingView::from);
    }

    @PutMapping("/{id}/attendance/{date}")
    ResponseEntity<TrainingView> attend(
            @PathVariable UUID id,
            @PathVariable LocalDate date,
            @Valid @RequestBody AttendanceRequest request,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.to(
                trainings.attend(id, date, request.toAttendees(), new Requester(caller), Answers.guard(ifMatch)),
                TrainingView::from);
    }

    @PostMapping("/{id}/complete")
    ResponseEntity<TrainingView> complete(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.to(trainings.complete(id, new Requester(caller), Answers.guard(ifMatch)), TrainingView::from);
    }

    private static ResponseEntity<TrainingView> created(HttpStatus status, Held<Training> held) {
        return ResponseEntity.status(status)
                .location(URI.create("/v1/trainings/" + held.id()))
                .eTag(ETags.of(held.version()))
                .body(TrainingView.from(held));
    }
}
