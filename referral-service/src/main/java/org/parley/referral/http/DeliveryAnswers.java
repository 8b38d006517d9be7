package org.parley.referral.http;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.Answer;
import org.parley.referral.delivery.Attempt;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.Endpoints;
import org.parley.referral.delivery.Replays;
import org.parley.referral.delivery.Replays.Asked;
import org.parley.referral.delivery.TestEvents;
import org.parley.referral.delivery.TestEvents.Tested;
import org.parley.starter.web.Cursor;
import org.parley.starter.web.ProblemException;

/** What came of a webhook, whoever its subscriber is: to be looked at, tried, and had once more. */
final class DeliveryAnswers {

    private final Endpoints endpoints;
    private final DeliveryLog log;
    private final TestEvents tests;
    private final Replays replays;

    DeliveryAnswers(Endpoints endpoints, DeliveryLog log, TestEvents tests, Replays replays) {
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

    Log deliveries(String subscriber, int limit, @Nullable String cursor) {
        var list = "deliveries/" + subscriber;
        var some = log.read(subscriber, place(Cursor.parse(cursor, list, 2)), limit);
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

    TestAnswer test(String subscriber) {
        return switch (tests.send(subscriber)) {
            case Tested.Answered(var answer) -> TestAnswer.from(answer);
            case Tested.NoEndpoint _ -> throw ProblemException.notFound();
            case Tested.UnderWay _ ->
                throw ProblemException.conflict("test-under-way", "Another test has not been answered yet.");
        };
    }

    Asked.Accepted replay(String subscriber, Range range) {
        if (range.to() != null && range.to() < range.from()) {
            throw ProblemException.invalid("/to", "must not be before from");
        }
        if (range.to() != null && range.to() - range.from() >= Replays.MOST) {
            throw tooMany();
        }
        if (endpoints.find(subscriber).isEmpty()) {
            throw ProblemException.notFound();
        }
        return switch (replays.ask(subscriber, range.from(), range.to())) {
            case Asked.Accepted accepted -> accepted;
            case Asked.TooMany _ -> throw tooMany();
        };
    }

    private static ProblemException tooMany() {
        return ProblemException.invalid("/from", "must leave no more than " + Replays.MOST + " to repeat at once");
    }
}
