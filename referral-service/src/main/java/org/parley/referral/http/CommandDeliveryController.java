package org.parley.referral.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.AttemptList.Log;
import org.parley.referral.audience.CommandScope;
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

/** What came of a command's webhook: to be looked at, tried, and had once more. */
@RestController
@RequestMapping("/v1/commands/{command}/endpoint")
@PreAuthorize(CommandScope.ROLES)
class CommandDeliveryController {

    private final DeliveryAnswers answers;

    CommandDeliveryController(Endpoints endpoints, DeliveryLog log, TestEvents tests, Replays replays) {
        this.answers = new DeliveryAnswers(endpoints, log, tests, replays);
    }

    /** The newest first; also without an endpoint, since it may have had one. */
    @GetMapping("/deliveries")
    Log deliveriesOfCommand(
            Caller caller,
            @PathVariable String command,
            @RequestParam(defaultValue = "100") @Min(1) @Max(DeliveryLog.MOST) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return answers.deliveries(CommandScope.feed(caller, command), limit, cursor);
    }

    @PostMapping("/test")
    TestAnswer testEndpointOfCommand(Caller caller, @PathVariable String command) {
        return answers.test(CommandScope.feed(caller, command));
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked.Accepted replayOfCommand(Caller caller, @PathVariable String command, @Valid @RequestBody Range range) {
        return answers.replay(CommandScope.feed(caller, command), range);
    }
}
