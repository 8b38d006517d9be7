package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/** Somebody who is logged in, before the pages. */
record Browser(MockMvcTester mvc, RequestPostProcessor person) {

    static Browser of(WebApplicationContext context, RequestPostProcessor person) {
        return new Browser(
                MockMvcTester.from(
                        context, builder -> builder.apply(springSecurity()).build()),
                person);
    }

    MvcTestResult asks(String path) {
        return mvc.get().uri(path).with(person).exchange();
    }

    String sees(String path) {
        var answer = asks(path);
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    MvcTestResult sends(String path, Map<String, ?> fields) {
        var request = mvc.post().uri(path).with(person).with(csrf());
        fields.forEach((field, value) -> {
            var values = value instanceof List<?> many ? many : List.of(value);
            request.param(field, values.stream().map(String::valueOf).toArray(String[]::new));
        });
        return request.exchange();
    }

    MvcTestResult sendsWithoutToken(String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(person);
        fields.forEach(request::param);
        return request.exchange();
    }

    static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
