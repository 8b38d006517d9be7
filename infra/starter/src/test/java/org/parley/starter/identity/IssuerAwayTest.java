package org.parley.starter.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.starter.web.ProblemWriter;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import tools.jackson.databind.json.JsonMapper;

class IssuerAwayTest {

    @Test
    void asksToTryAgainWhenTheIssuerCannotBeAsked() throws Exception {
        var answer = answerTo(new AuthenticationServiceException("Connection refused"));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("2");
        assertThat(answer.getContentAsString()).contains("urn:parley:problem:issuer-unavailable");
    }

    @Test
    void refusesAWrongToken() throws Exception {
        var answer = answerTo(new InvalidBearerTokenException("expired"));

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentAsString()).contains("urn:parley:problem:unauthenticated");
    }

    private static MockHttpServletResponse answerTo(AuthenticationException failure) throws Exception {
        var problems = new ProblemWriter(JsonMapper.shared());
        var filter = new IssuerAway(problems)
                .postProcess(new BearerTokenAuthenticationFilter((AuthenticationManager) authentication -> {
                    throw failure;
                }));
        var request = new MockHttpServletRequest("GET", "/v1/things");
        request.addHeader("Authorization", "Bearer abc");
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
