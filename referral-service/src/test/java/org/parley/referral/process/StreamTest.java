package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.referral.Copies;
import org.parley.testing.Backing;
import org.springframework.http.HttpMethod;

/** A center listens to its inbox, at whichever copy of the service. */
@ExtendWith(Patience.class)
class StreamTest {

    private final String scope = Backing.newScope();

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void eachEntryIsHeardOnceAndInOrderWhereverItWasWritten() {
        try (var one = Copies.start(scope);
                var other = Copies.start(scope)) {
            var ports = List.of(Copies.port(one), Copies.port(other));
            var nypi = Center.of(ports.getFirst(), "nypi");
            try (var listener = Listener.of(nypi, null)) {
                for (var n = 0; n < 40; n++) {
                    Precinct.of(ports.get(n % 2), "PCT-075")
                            .posts(Precinct.noise("stream-" + n))
                            .is(201);
                }
                await().untilAsserted(() -> assertThat(listener.numbers()).isEqualTo(upTo(40)));
                assertThat(listener.heard())
                        .allMatch(entry -> entry.path("kind").asString().equals("OFFER"));
            }
            try (var resumed = Listener.of(Center.of(ports.getLast(), "nypi"), "38")) {
                await().untilAsserted(() -> assertThat(resumed.numbers()).containsExactly(39L, 40L));
            }
            nypi.acknowledges(39).is(200);
            try (var later = Listener.of(nypi, null)) {
                await().untilAsserted(() -> assertThat(later.numbers()).containsExactly(40L));
            }
        }
    }

    @Test
    void onlyItsOwnInboxIsThere() {
        try (var copy = Copies.start(scope)) {
            var nypi = Center.of(Copies.port(copy), "nypi").api();
            nypi.call(HttpMethod.GET, "/v1/centers/cms/inbox/stream", null, Map.of())
                    .isProblem(404, "not-found");
            nypi.call(HttpMethod.GET, "/v1/centers/nypi/inbox/stream", null, Map.of("Last-Event-ID", "x"))
                    .isProblem(422, "invalid-field");
        }
    }
}
