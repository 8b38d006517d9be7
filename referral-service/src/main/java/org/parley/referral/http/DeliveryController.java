package org.parley.referral.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.delivery.Answer;
import org.parley.referral.delivery.Attempt;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.Endpoints;
import org.parley.referral.delivery.Replays;
import org.parley.referral.delivery.Replays.Asked;
import org.parley.referral.delivery.TestEvents;
import org.parley.referral.delivery.TestEvents.Tested;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.Cursor;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What came of a center's webhook: to be looked at, tried, and had once more. */
@RestController
@RequestMapping("/v1/centers/{center}/endpoint")
@PreAuthorize(CenterScope.ROLES)
class DeliveryController {

    private final Endpoints endpoints;
    private final DeliveryLog log;
    private final TestEvents tests;
    private final Replays replays;

    DeliveryController(Endpoints endpoints, DeliveryLog log, TestEvents tests, Replays replays) {
        this.endpoints = endpoints;
        this.log = log;
        this.tests = tests;
        this.replays = replays;
    }

    /** @param next the cursor with which the list goes on; null at its end */
    record Log(List<Attempt> items, @Nullable String next) {}

    /** @param took in milliseconds */
    record TestAnswer(@Nullable Integer status, @Nullable String error, int bytes, long took) {

        static TestAnswer from(Answer answer) {
            return new TestAnswer(
                    answer.status(),
                    answer.error(),
                    answer.bytes(),
                    answer.took().toMillis());
        }
    }

    /** @param to the last one; null for all there are */
    record Range(
            @NotNull @Min(1) Long from, @Min(1) @Nullable Long to) {}

    /** The newest first; also without an endpoint, since it may have had one. */
    @GetMapping("/deliveries")
    Log deliveries(
            Caller caller,
            @PathVariable String center,
            @RequestParam(defaultValue = "100") @Min(1) @Max(DeliveryLog.MOST) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        CenterScope.require(caller, center);
        var list = "deliveries/" + center;
        var some = log.read(center, place(Cursor.parse(cursor, list, 2)), limit);
        var rest = some.rest();
        return new Log(
                some.attempts(),
                rest == null
                        ? null
                        : Cursor.of(list, rest.bucket(), rest.count()).text());
    }

    private static DeliveryLog.@Nullable Place place(@Nullable Cursor cursor) {
        return cursor == null
                ? null
                : new DeliveryLog.Place(cursor.number(0), Math.clamp(cursor.number(1), 0, Integer.MAX_VALUE));
    }

    @PostMapping("/test")
    TestAnswer test(Caller caller, @PathVariable String center) {
        CenterScope.require(caller, center);
        return switch (tests.send(center)) {
            case Tested.Answered(var answer) -> TestAnswer.from(answer);
            case Tested.NoEndpoint _ -> throw ProblemException.notFound();
            case Tested.UnderWay _ ->
                throw ProblemException.conflict("test-under-way", "Another test has not been answered yet.");
        };
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked.Accepted replay(Caller caller, @PathVariable String center, @Valid @RequestBody Range range) {
        CenterScope.require(caller, center);
        if (range.to() != null && range.to() < range.from()) {
            throw ProblemException.invalid("/to", "must not be before from");
        }
        if (range.to() != null && range.to() - range.from() >= Replays.MOST) {
            throw tooMany();
        }
        if (endpoints.find(center).isEmpty()) {
            throw ProblemException.notFound();
        }
        return switch (replays.ask(center, range.from(), range.to())) {
            case Asked.Accepted accepted -> accepted;
            case Asked.TooMany _ -> throw tooMany();
        };
    }

    private static ProblemException tooMany() {
        return ProblemException.invalid("/from", "must leave no more than " + Replays.MOST + " to repeat at once");
    }
}
