package org.parley.referral.http;

import jakarta.validation.Valid;
import org.parley.referral.audience.CenterScope;
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

/** Where a center's webhook goes. */
@RestController
@RequestMapping("/v1/centers/{center}/endpoint")
@PreAuthorize(CenterScope.ROLES)
class EndpointController {

    private final EndpointAnswers answers;

    EndpointController(Endpoints endpoints, DeliveryLog log) {
        this.answers = new EndpointAnswers(endpoints, log);
    }

    @GetMapping
    EndpointView find(Caller caller, @PathVariable String center) {
        CenterScope.require(caller, center);
        return answers.find(center);
    }

    @PutMapping
    EndpointView put(Caller caller, @PathVariable String center, @Valid @RequestBody EndpointRequest request) {
        CenterScope.require(caller, center);
        return answers.put(center, request);
    }

    @PostMapping("/rotate-secret")
    EndpointView rotateSecret(Caller caller, @PathVariable String center) {
        CenterScope.require(caller, center);
        return answers.rotateSecret(center);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String center) {
        CenterScope.require(caller, center);
        answers.remove(center);
    }
}
