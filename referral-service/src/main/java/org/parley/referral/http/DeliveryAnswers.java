package org.parley.referral.http;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.AttemptList;
import org.parley.referral.audience.AttemptList.Log;
import org.parley.referral.delivery.Answer;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.Endpoints;
import org.parley.referral.delivery.Replays;
import org.parley.referral.delivery.Replays.Asked;
import org.parley.referral.delivery.TestEvents;
import org.parley.referral.delivery.TestEvents.Tested;
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
        return AttemptList.read(log, subscriber, limit, cursor);
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
