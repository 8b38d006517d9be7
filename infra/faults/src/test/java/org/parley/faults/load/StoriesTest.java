package org.parley.faults.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.load.calls.Clients;
import org.parley.faults.load.calls.FakePlatform;
import org.parley.faults.load.calls.Over;
import org.parley.faults.load.calls.Patience;
import org.parley.faults.load.calls.Stage;
import org.parley.faults.load.calls.Together;
import org.parley.faults.load.draws.Chance;
import org.parley.faults.load.draws.Disputes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoriesTest {

    private static final Instant BEGIN = Instant.parse("2026-11-23T00:00:00Z");
    /** There is no broker to wait for. */
    private static final Patience HASTY =
            new Patience(Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(50));

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

    @Test
    void allStepsOfReferralsAreAskedFor() throws IOException {
        var asked = new ConcurrentHashMap<String, Asked>();
        var stage = new Stage(1_000);
        try (var platform = new FakePlatform();
                var clients = new Clients(platform.doors(), HASTY, 64, stage, it -> asked.put(it.id(), it))) {
            var scene = new Scene(1, BEGIN, clients, stage);
            var center = new Center("cms", clients);
            var coordinator = new Coordinator(clients);
            play(IntStream.range(0, 150)
                    .boxed()
                    .flatMap(n -> Stream.of(
                            ReferralStory.of(scene, n),
                            OfferStory.of(scene, center, "referral-" + n, 1),
                            PlacementStory.of(scene, coordinator, "referral-" + n, 1))));
        }

        assertThat(asked.values())
                .extracting(Asked::deed)
                .contains(
                        Deed.AMEND_REFERRAL,
                        Deed.ENTER_IN_ERROR,
                        Deed.CONTACT,
                        Deed.HOLD,
                        Deed.RELEASE,
                        Deed.TRANSFER,
                        Deed.PLACE);
        assertThat(asked.values())
                .filteredOn(it -> it.deed() == Deed.ENTER_IN_ERROR)
                .extracting(Asked::client)
                .contains("coordinator");
    }

    @Test
    void whoIsLookedAfterOnceIsLookedAfterAgainOnlyWhenAnotherCenterWasAsked() throws IOException {
        var begun = new ArrayList<Runnable>();
        try (var platform = new FakePlatform();
                var clients = new Clients(platform.doors(), Patience.USUAL, 64, new Stage(), _ -> {})) {
            var scene = new Scene(1, BEGIN, clients, new Stage());
            var coordination = new Coordination(scene, new Coordinator(clients), begun::add);
            var seen = new HashSet<String>();
            coordination.take(item("UNPLACED", 1), seen);
            coordination.take(item("UNPLACED", 1), seen);
            assertThat(begun).hasSize(1);
            coordination.take(item("UNPLACED", 2), seen);
            assertThat(begun).hasSize(2);
            coordination.take(item("ACCEPTED", 3), seen);
            assertThat(begun).hasSize(2);
        }
    }

    @Test
    void whatIsPutRightIsOtherThanItWas() {
        for (var n = 0; n < 100; n++) {
            var chance = new Chance("1/referral-" + n);
            var referral = new Disputes(BEGIN).referral(chance, "ref", "PCT-075");
            var amendment = Disputes.amendment(chance, referral);
            assertThat(amendment).isNotEmpty();
            amendment.forEachEntry((field, value) -> assertThat(value).isNotEqualTo(referral.path(field)));
        }
    }

    private static JsonNode item(String state, int offers) {
        var item = JsonMapper.shared().createObjectNode();
        item.put("id", "referral-1").put("state", state);
        for (var n = 0; n < offers; n++) {
            item.withArray("offers").addObject();
        }
        return item;
    }

    /** By id of the deed: who asked what. */
    private static Map<String, String> play(long seed) throws IOException {
        var asked = new ConcurrentHashMap<String, String>();
        var stage = new Stage(100);
        try (var platform = new FakePlatform();
                var clients = new Clients(
                        platform.doors(), Patience.USUAL, 64, stage, it -> asked.put(it.id(), whatIsAsked(it)))) {
            var scene = new Scene(seed, BEGIN, clients, stage);
            play(IntStream.range(0, 12)
                    .boxed()
                    .flatMap(n -> Stream.of(
                            LogStory.microIntervention(scene, n),
                            LogStory.officerSession(scene, n),
                            OfferStory.of(scene, new Center("cms", clients), "referral-" + n, 1),
                            PlacementStory.of(scene, new Coordinator(clients), "referral-" + n, 1))));
        }
        return new TreeMap<>(asked);
    }

    /** All at once. */
    private static void play(Stream<Runnable> stories) {
        Together.all(stories.map(story -> (Callable<Boolean>) () -> {
                    story.run();
                    return true;
                })
                .toList());
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
