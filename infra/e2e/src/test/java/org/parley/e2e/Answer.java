package org.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What a service answered. */
record Answer(int status, HttpHeaders headers, JsonNode body) {

    Answer is(int expected) {
        assertThat(status).as("status of %s", body).isEqualTo(expected);
        return this;
    }

    /** A problem document with its stable type, that tells nothing of the inside. */
    Answer isProblem(int expected, String slug) {
        is(expected);
        assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(text("type")).isEqualTo("urn:parley:problem:" + slug);
        assertThat(text("title")).isNotBlank();
        assertThat(text("detail")).isNotBlank();
        assertThat(body.path("status").asInt()).isEqualTo(expected);
        assertThat(body.toString()).doesNotContain("Exception", "org.parley", "org.springframework", "at java");
        return this;
    }

    /** The first rule broken is about this field. */
    Answer about(String pointer) {
        assertThat(body.at("/errors/0/field").asString()).isEqualTo(pointer);
        assertThat(body.at("/errors/0/rule").asString()).isNotBlank();
        return this;
    }

    String text(String field) {
        return body.path(field).asString("");
    }
}
