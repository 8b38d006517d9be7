package org.parley.faults.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.faults.history.Asked;
import org.parley.faults.load.calls.Clients;
import org.parley.faults.load.calls.FakePlatform;
import org.parley.faults.load.calls.Over;
import org.parley.faults.load.calls.Patience;
import org.parley.faults.load.calls.Stage;
import org.parley.faults.load.calls.Together;
import org.parley.faults.load.draws.Chance;
import org.parley.faults.load.draws.Disputes;

class StoriesTest {

    private static final Instant BEGIN = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void aSeedAsksTheSameWheneverAndInWhateverOrder() throws IOException {
        var once = play(7);

        assertThat(once).hasSizeGreaterThan(30);
        assertThat(play(7)).isEqualTo(once);
        assertThat(play(8)).isNotEqualTo(once);
    }

    @Test
    void drawsOfOneThingDoNotMoveThoseOfAnother() {
        var disputes = new Disputes(BEGIN);
        var body = disputes.referral(new Chance("1/referral-5"), "ref-5", "PCT-075");

        disputes.referral(new Chance("1/referral-4"), "ref-4", "PCT-075");

        assertThat(disputes.referral(new Chance("1/referral-5"), "ref-5", "PCT-075"))
                .isEqualTo(body);
        assertThat(disputes.referral(new Chance("2/referral-5"), "ref-5", "PCT-075"))
                .isNotEqualTo(body);
    }

    @Test
    void anotherBodyUnderTheSameReferenceIsAnotherMatter() {
        var body = new Disputes(BEGIN).referral(new Chance("1"), "ref", "PCT-075");

        assertThat(Disputes.another(body)).isNotEqualTo(body);
        assertThat(Disputes.another(body).path("reference")).isEqualTo(body.path("reference"));
    }

    /** By id of the deed: who asked what. */
    private static Map<String, String> play(long seed) throws IOException {
        var asked = new ConcurrentHashMap<String, String>();
        var stage = new Stage(100);
        try (var platform = new FakePlatform();
                var clients = new Clients(
                        platform.doors(), Patience.USUAL, 64, stage, it -> asked.put(it.id(), whatIsAsked(it)))) {
            var scene = new Scene(seed, BEGIN, clients, stage);
            Together.all(IntStream.range(0, 12)
                    .boxed()
                    .flatMap(n -> Stream.of(
                            LogStory.microIntervention(scene, n),
                            LogStory.officerSession(scene, n),
                            OfferStory.of(scene, new Center("cms", clients), "referral-" + n, 1)))
                    .map(story -> (Callable<Boolean>) () -> {
                        story.run();
                        return true;
                    })
                    .toList());
        }
        return new TreeMap<>(asked);
    }

    private static String whatIsAsked(Asked asked) {
        return "%s %s %s %s".formatted(asked.client(), asked.deed(), asked.subject(), asked.body());
    }

    @Test
    void aStoryEndsWhereItIsWhenTheLoadIsOver() throws IOException {
        var asked = new ConcurrentHashMap<String, Asked>();
        var stage = new Stage();
        try (var platform = new FakePlatform();
                var clients = new Clients(platform.doors(), Patience.USUAL, 64, stage, it -> asked.put(it.id(), it))) {
            stage.close(Duration.ofSeconds(1));
            var story = TrainingStory.of(new Scene(1, BEGIN, clients, stage), 1);

            assertThatThrownBy(story::run).isInstanceOf(Over.class);
            assertThat(asked).isEmpty();
        }
    }
}
