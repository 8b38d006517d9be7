package org.parley.referral.ui;

import jakarta.validation.Validator;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.parley.referral.audience.EndpointRequest;
import org.parley.referral.delivery.Endpoints;
import org.springframework.stereotype.Component;

/** The API's rules for an endpoint, and what they say to people: each beside its field. */
@Component
class EndpointRules {

    private static final Map<String, String> SAID = Map.of(
            "url",
            "Enter at most " + EndpointRequest.MOST_URL + " characters.",
            "secret",
            "Enter whsec_ and 24 to 64 bytes in Base64, or nothing.");

    private static final String NO_TARGET =
            "Enter the https address of a public host, without a user, a password or a # in it.";

    private final Validator validator;
    private final Endpoints endpoints;

    EndpointRules(Validator validator, Endpoints endpoints) {
        this.validator = validator;
        this.endpoints = endpoints;
    }

    /** The URL that was entered; empty where {@code wrong} says what is the matter, by field. */
    Optional<URI> url(EndpointRequest request, Map<String, String> wrong) {
        validator.validate(request).forEach(broken -> {
            var field = broken.getPropertyPath().toString();
            wrong.put(field, SAID.getOrDefault(field, broken.getMessage()));
        });
        var url = endpoints.acceptable(request.url());
        if (url.isEmpty()) {
            wrong.putIfAbsent("url", NO_TARGET);
        }
        return wrong.isEmpty() ? url : Optional.empty();
    }
}
