package org.parley.referral.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.AttemptList.Log;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.Endpoints;
import org.parley.referral.delivery.Replays;
import org.parley.referral.delivery.Replays.Asked;
import org.parley.referral.delivery.TestEvents;
import org.parley.referral.http.DeliveryAnswers.Range;
import org.parley.referral.http.DeliveryAnswers.TestAnswer;
import org.parley.starter.identity.Caller;
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

    private final DeliveryAnswers answers;

    DeliveryController(Endpoints endpoints, DeliveryLog log, TestEvents tests, Replays replays) {
        this.answers = new DeliveryAnswers(endpoints, log, tests, replays);
    }

    /** The newest first; also without an endpoint, since it may have had one. */
    @GetMapping("/deliveries")
    Log deliveries(
            Caller caller,
            @PathVariable String center,
            @RequestParam(defaultValue = "100") @Min(1) @Max(DeliveryLog.MOST) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        CenterScope.require(caller, center);
        return answers.deliveries(center, limit, cursor);
    }

    @PostMapping("/test")
    TestAnswer test(Caller caller, @PathVariable String center) {
        CenterScope.require(caller, center);
        return answers.test(center);
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked.Accepted replay(Caller caller, @PathVariable String center, @Valid @RequestBody Range range) {
        CenterScope.require(caller, center);
        return answers.replay(center, range);
    }
}
