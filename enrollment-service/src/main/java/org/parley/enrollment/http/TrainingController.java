package org.parley.enrollment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Catalogue;
import org.parley.enrollment.Creation;
import org.parley.enrollment.Ids;
import org.parley.enrollment.Requester;
import org.parley.enrollment.Training;
import org.parley.enrollment.TrainingManagement;
import org.parley.enrollment.TrainingState;
import org.parley.starter.identity.Caller;
import org.parley.starter.outbox.Held;
import org.parley.starter.web.ETags;
import org.parley.starter.web.ProblemException;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/trainings")
@PreAuthorize("hasRole('coordinator')")
class TrainingController {

    private static final String IF_MATCH = "If-Match";
    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final int YEAR = 11;
    private static final int MOST_MONTHS = 24;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final TrainingManagement trainings;
    private final Catalogue catalogue;

    TrainingController(TrainingManagement trainings, Catalogue catalogue) {
        this.trainings = trainings;
        this.catalogue = catalogue;
    }

    /** @param next the cursor with which the list goes on; null at its end */
    record TrainingPage(List<TrainingView> items, @Nullable String next) {}

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

    /**
     * What begins first comes first.
     *
     * @param from the month of the first day, this month if left out
     * @param to the last such month, a year from the first if left out
     */
    @GetMapping
    @PreAuthorize("hasAnyRole('coordinator', 'commander', 'officer', 'trainer')")
    TrainingPage list(
            @RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM") @Nullable YearMonth from,
            @RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM") @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable Set<@NotNull TrainingState> state,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        var first = from == null ? catalogue.thisMonth() : from;
        if (first.getYear() < FIRST_YEAR || first.getYear() > LAST_YEAR) {
            throw ProblemException.invalid("?from", "must be of the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        var last = to == null ? first.plusMonths(YEAR) : to;
        if (last.isBefore(first) || first.until(last, ChronoUnit.MONTHS) >= MOST_MONTHS) {
            throw ProblemException.invalid("?to", "must be from ?from on, and within " + MOST_MONTHS + " months");
        }
        var requester = new Requester(caller);
        var wanted = new Catalogue.Wanted(first, last, Objects.requireNonNullElse(state, Set.of()));
        var page = catalogue.page(wanted, requester::sees, limit, cursor);
        return new TrainingPage(page.items().stream().map(TrainingView::from).toList(), page.next());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('coordinator', 'commander', 'officer', 'trainer')")
    ResponseEntity<TrainingView> read(@PathVariable UUID id, Caller caller) {
        var requester = new Requester(caller);
        return Answers.found(trainings.find(id).filter(held -> requester.sees(held.state())), TrainingView::from);
    }

    /** Only a draft. */
    @PutMapping("/{id}")
    ResponseEntity<TrainingView> amend(
            @PathVariable UUID id,
            @Valid @RequestBody TrainingRequest request,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.to(
                trainings.amend(id, request.toPlan(), new Requester(caller), Answers.guard(ifMatch)),
                TrainingView::from);
    }

    @PostMapping("/{id}/open")
    ResponseEntity<TrainingView> open(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.to(trainings.open(id, new Requester(caller), Answers.guard(ifMatch)), TrainingView::from);
    }

    /** Another date, other hours, another venue for one of the four days. */
    @PutMapping("/{id}/days/{day}")
    ResponseEntity<TrainingView> reschedule(
            @PathVariable UUID id,
            @PathVariable int day,
            @Valid @RequestBody TrainingRequest.Day request,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.to(
                trainings.reschedule(id, day, request.toDay(), new Requester(caller), Answers.guard(ifMatch)),
                TrainingView::from);
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<TrainingView> cancel(
            @PathVariable UUID id,
            @Valid @RequestBody Reasons.Cancelled request,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.to(
                trainings.cancel(id, request.reason(), new Requester(caller), Answers.guard(ifMatch)),
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
