package org.parley.testing.pages;

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
public record Visitor(MockMvcTester mvc, RequestPostProcessor person) {

    public static Visitor of(WebApplicationContext context, RequestPostProcessor person) {
        return new Visitor(
                MockMvcTester.from(
                        context, builder -> builder.apply(springSecurity()).build()),
                person);
    }

    public MvcTestResult asks(String path) {
        return mvc.get().uri(path).with(person).exchange();
    }

    public String sees(String path) {
        var answer = asks(path);
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    /** A list to its end, as its cursors lead. */
    public String seesAllOf(String path) {
        var whole = new StringBuilder(sees(path));
        var more = whole.toString();
        while (more.contains(path + "?cursor=")) {
            more = sees(more.replaceAll("(?s).*href=\"(" + path + "\\?cursor=[^\"]*)\".*", "$1"));
            whole.append(more);
        }
        return whole.toString();
    }

    public MvcTestResult sends(String path, Map<String, ?> fields) {
        var request = mvc.post().uri(path).with(person).with(csrf());
        fields.forEach((field, value) -> {
            var values = value instanceof List<?> many ? many : List.of(value);
            request.param(field, values.stream().map(String::valueOf).toArray(String[]::new));
        });
        return request.exchange();
    }

    public MvcTestResult sendsWithoutToken(String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(person);
        fields.forEach(request::param);
        return request.exchange();
    }

    public static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
