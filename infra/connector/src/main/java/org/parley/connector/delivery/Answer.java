package org.parley.connector.delivery;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A final answer of the platform.
 *
 * @param mayHaveArrived whether an earlier attempt of this call was lost, and could have been carried out
 * @param since {@link System#nanoTime()} of the first attempt
 */
record Answer(HttpResponse<String> response, boolean mayHaveArrived, long since) {

    int status() {
        return response.statusCode();
    }

    JsonNode body() {
        try {
            return JsonMapper.shared().readTree(response.body());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /**
     * Whether the referral was submitted after the moment given. Compares two lengths of time, each measured by one
     * clock: how old the platform says the referral is (its Date header less `submittedAt`), and how long ago the
     * moment was here. So it doesn't matter what time either takes it to be. A Date header has whole seconds: what is
     * wrong at most is a referral that somebody else submitted within two seconds before the moment.
     */
    boolean submittedSince(long moment, JsonNode referral) {
        try {
            var submittedAt = Instant.parse(referral.path("submittedAt").asString(""));
            var age = Duration.between(submittedAt, platformTime());
            return age.compareTo(Patience.elapsed(moment)) <= 0;
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    /** What the problem document says, of which only names of fields and rules: no value that was sent is repeated. */
    Outcome.Refused refusal() {
        var problem = body();
        var type = problem.path("type").asString("");
        var slug = type.startsWith("urn:parley:problem:") ? type.substring(19) : "http-" + status();
        var fields = StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(error -> error.path("field").asString("") + " "
                        + error.path("rule").asString(""))
                .collect(Collectors.joining("; "));
        return new Outcome.Refused(slug, fields);
    }

    private Instant platformTime() {
        return response.headers()
                .firstValue("Date")
                .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .orElseGet(Instant::now);
    }
}
