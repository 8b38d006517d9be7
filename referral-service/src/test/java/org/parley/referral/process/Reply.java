package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** An answer of the API, whatever its status. */
record Reply(int status, JsonNode body, HttpHeaders headers) {

    Reply is(int expected) {
        assertThat(status).as("status of %s", body).isEqualTo(expected);
        return this;
    }

    Reply isProblem(int expected, String slug) {
        is(expected);
        assertThat(text("type")).isEqualTo("urn:parley:problem:" + slug);
        return this;
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    /** One field of each item of a list. */
    List<String> each(String list, String field) {
        var texts = new ArrayList<String>();
        body.path(list).forEach(item -> texts.add(item.path(field).asString("")));
        return texts;
    }

    UUID id() {
        return UUID.fromString(text("id"));
    }

    String etag() {
        return String.valueOf(headers.getETag());
    }
}
