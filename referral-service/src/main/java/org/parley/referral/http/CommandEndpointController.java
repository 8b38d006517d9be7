package org.parley.referral.http;

import jakarta.validation.Valid;
import org.parley.referral.audience.CommandScope;
import org.parley.referral.audience.EndpointRequest;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.Endpoints;
import org.parley.referral.http.EndpointAnswers.EndpointView;
import org.parley.starter.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a command's webhook goes. */
@RestController
@RequestMapping("/v1/commands/{command}/endpoint")
@PreAuthorize(CommandScope.ROLES)
class CommandEndpointController {

    private final EndpointAnswers answers;

    CommandEndpointController(Endpoints endpoints, DeliveryLog log) {
        this.answers = new EndpointAnswers(endpoints, log);
    }

    @GetMapping
    EndpointView endpointOfCommand(Caller caller, @PathVariable String command) {
        return answers.find(CommandScope.feed(caller, command));
    }

    @PutMapping
    EndpointView putEndpointOfCommand(
            Caller caller, @PathVariable String command, @Valid @RequestBody EndpointRequest request) {
        return answers.put(CommandScope.feed(caller, command), request);
    }

    @PostMapping("/rotate-secret")
    EndpointView rotateSecretOfCommand(Caller caller, @PathVariable String command) {
        return answers.rotateSecret(CommandScope.feed(caller, command));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeEndpointOfCommand(Caller caller, @PathVariable String command) {
        answers.remove(CommandScope.feed(caller, command));
    }
}
