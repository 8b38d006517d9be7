package org.parley.starter.identity;

import org.parley.starter.web.ProblemWriter;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/** A token that can't be checked because the issuer's keys can't be fetched is not a wrong token: try again. */
final class IssuerAway implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

    private final ProblemWriter problems;

    IssuerAway(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler((request, response, e) -> {
            if (e instanceof AuthenticationServiceException) {
                problems.unavailable(response, "issuer-unavailable", "The issuer's keys can't be fetched just now.");
            } else {
                problems.unauthenticated(response);
            }
        });
        return filter;
    }
}
