package org.parley.referral.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.Endpoint;
import org.parley.referral.delivery.Endpoints;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
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

    private final Endpoints endpoints;
    private final DeliveryLog log;

    EndpointController(Endpoints endpoints, DeliveryLog log) {
        this.endpoints = endpoints;
        this.log = log;
    }

    record EndpointRequest(
            @NotNull @Size(max = 500) String url,

            @Pattern(
                    regexp = "whsec_[A-Za-z0-9+/]{32,88}={0,2}",
                    message = "must be whsec_ and 24 to 64 bytes in Base64")
            @Nullable
            String secret) {

        @Override
        public String toString() {
            return "EndpointRequest";
        }
    }

    /**
     * @param reason of being disabled
     * @param stateSince when it was enabled or disabled
     * @param failingSince the first failure after the last success
     * @param secret only in the answer to the request that made it
     */
    record EndpointView(
            URI url,
            Instant since,
            Endpoint.State state,
            Endpoint.@Nullable Reason reason,
            Instant stateSince,
            @Nullable Instant failingSince,
            @Nullable String secret) {

        @Override
        public String toString() {
            return "EndpointView";
        }
    }

    @GetMapping
    EndpointView find(Caller caller, @PathVariable String center) {
        CenterScope.require(caller, center);
        return endpoints.find(center).map(endpoint -> view(endpoint, null)).orElseThrow(ProblemException::notFound);
    }

    @PutMapping
    EndpointView put(Caller caller, @PathVariable String center, @Valid @RequestBody EndpointRequest request) {
        CenterScope.require(caller, center);
        var url = endpoints
                .acceptable(request.url())
                .orElseThrow(() -> ProblemException.invalid("/url", "must be an https URL of a public host"));
        var registered = endpoints.put(center, url, request.secret());
        return view(registered.endpoint(), registered.freshSecret());
    }

    @PostMapping("/rotate-secret")
    EndpointView rotateSecret(Caller caller, @PathVariable String center) {
        CenterScope.require(caller, center);
        return endpoints
                .rotateSecret(center)
                .map(rotated -> view(rotated.endpoint(), rotated.freshSecret()))
                .orElseThrow(ProblemException::notFound);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String center) {
        CenterScope.require(caller, center);
        endpoints.remove(center);
    }

    private EndpointView view(Endpoint endpoint, @Nullable String secret) {
        return new EndpointView(
                endpoint.url(),
                endpoint.since(),
                endpoint.state(),
                endpoint.reason(),
                endpoint.stateSince(),
                log.failingSince(endpoint).orElse(null),
                secret);
    }
}
