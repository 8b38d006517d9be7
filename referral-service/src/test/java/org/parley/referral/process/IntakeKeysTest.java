package org.parley.referral.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.referral.Copies;
import org.parley.referral.keys.LeftKeys;
import org.parley.testing.Backing;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The platform's intake keys, in days: one each, and none for longer than the topic can need it. */
@ExtendWith({Patience.class, OutputCaptureExtension.class})
class IntakeKeysTest {

    private static final String POLL = "parley.referral.intake.poll=50ms";
    private static final String ANY_CLOCK = "parley.referral.timekeeping.clock-tolerance=3650d";

    private final String scope = Backing.newScope();

    /** A clock as long after the end of the day that this key is of. */
    private static String after(String kid, Duration past) {
        var from = LocalDateTime.parse(kid.substring(0, 15), DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss"));
        var then = from.toInstant(ZoneOffset.UTC).plus(Duration.ofDays(1)).plus(past);
        return "parley.clock.shift=" + Duration.between(Instant.now(), then).toSeconds() + "s";
    }

    private static List<String> published(ConfigurableApplicationContext copy) {
        return new Api(Copies.port(copy), "").open("/v1/intake/keys").is(200).each("keys", "kid");
    }

    @Test
    void allCopiesPublishTheSameToEverybodyAndNothingPrivate() {
        try (var one = Copies.start(scope);
                var other = Copies.start(scope)) {
            var ports = List.of(Copies.port(one), Copies.port(other));
            var all = IntStream.range(0, 40)
                    .parallel()
                    .mapToObj(n -> new Api(ports.get(n % 2), "")
                            .open("/v1/intake/keys")
                            .is(200))
                    .toList();
            assertThat(all).extracting(Reply::body).containsOnly(all.getFirst().body());
            assertThat(LeftKeys.of(one).ids()).containsExactlyElementsOf(published(one));
            var answer = all.getFirst();
            assertThat(answer.headers().getCacheControl()).isEqualTo("max-age=3600, public");
            assertThat(answer.each("keys", "use")).containsExactly("enc", "enc");
            answer.body()
                    .path("keys")
                    .forEach(key -> assertThat(key.propertyNames())
                            .containsExactlyInAnyOrder("kty", "use", "alg", "kid", "crv", "x", "y"));
        }
    }

    @Test
    void aKeyIsPublishedBeforeItsDayAndOpensForADayAfterIt() {
        List<String> first;
        String sent;
        try (var copy = Copies.start(scope, POLL, ANY_CLOCK)) {
            first = published(copy);
            sent = SendingSystem.at(Copies.port(copy))
                    .registered("precinct-075", "PCT-075")
                    .submits("yesterday");
        }
        try (var one = Copies.start(scope, POLL, ANY_CLOCK, after(first.getFirst(), Duration.ofHours(29)));
                var other = Copies.start(scope, POLL, ANY_CLOCK, after(first.getFirst(), Duration.ofHours(1)))) {
            assertThat(published(other).getFirst()).isEqualTo(first.getLast());
            PrecinctOnKafka.on(new Topics(scope + ".")).sends(sent);
            arrives(one, "yesterday");
            assertThat(LeftKeys.of(one).ids()).contains(first.getFirst());
        }
    }

    private static void arrives(ConfigurableApplicationContext copy, String reference) {
        var precinct = Precinct.of(Copies.port(copy), "PCT-075");
        await().untilAsserted(() -> assertThat(
                        precinct.finds(reference).body().path("items").size())
                .isEqualTo(1));
    }

    private static void isReadable(ConfigurableApplicationContext copy, String submission) {
        assertThat(LeftKeys.of(copy).open(envelope(submission))).isTrue();
    }

    private static String envelope(String submission) {
        var begin = submission.indexOf("\"contacts\": \"") + 13;
        return submission.substring(begin, submission.indexOf('"', begin));
    }

    @Test
    void whatIsStillOnTheTopicIsReadByNobodyOnceItsKeyIsDestroyed() {
        String gone;
        String sent;
        SendingSystem system;
        try (var copy = Copies.start(scope, POLL, ANY_CLOCK)) {
            gone = published(copy).getFirst();
            system = SendingSystem.at(Copies.port(copy)).registered("precinct-075", "PCT-075");
            sent = system.submits("long-ago");
            isReadable(copy, sent);
        }
        var topics = new Topics(scope + ".");
        try (var one = Copies.start(scope, POLL, ANY_CLOCK, after(gone, Duration.ofHours(31)));
                var other = Copies.start(scope, POLL, ANY_CLOCK, after(gone, Duration.ofHours(31)))) {
            await().untilAsserted(() -> assertThat(LeftKeys.of(one).ids()).doesNotContain(gone));
            assertThat(published(one)).isEqualTo(published(other));
            var kafka = PrecinctOnKafka.on(topics);
            var offset = kafka.sends(sent).offset();
            kafka.sends(new SendingSystem(Copies.port(one), system.key()).submits("today"));
            arrives(one, "today");
            await().untilAsserted(() -> assertThat(topics.named("parley.intake.v1.referral-service.dlq")
                            .records())
                    .hasSize(1)
                    .first()
                    .satisfies(letter -> assertThat(Topic.headers(letter))
                            .containsEntry("dlq_reason", "UNKNOWN_KEY")
                            .containsEntry("dlq_offset", Long.toString(offset))));
            var left = LeftKeys.of(other);
            topics.named("parley.intake.v1").records().stream()
                    .map(record -> new String(record.value(), UTF_8))
                    .forEach(value -> assertThat(left.open(envelope(value)))
                            .as("of a key that is left")
                            .isEqualTo(value.contains("\"today\"")));
        }
    }

    @Test
    void aCopyWithAWrongClockDestroysNothing(CapturedOutput output) {
        try (var right = Copies.start(scope, POLL)) {
            var keys = published(right);
            try (var wrong = Copies.start(scope, POLL, after(keys.getFirst(), Duration.ofDays(30)))) {
                assertThat(wrong.isRunning()).isTrue();
                await().until(() -> output.getAll().contains("destroys no intake keys"));
                assertThat(LeftKeys.of(right).ids()).containsAll(keys);
            }
        }
    }

    @Test
    void aKeyThatSomebodyTookOutOfTheStoreIsForgotten() {
        try (var copy = Copies.start(scope, POLL)) {
            var system = SendingSystem.at(Copies.port(copy)).registered("precinct-075", "PCT-075");
            var before = system.published();
            copy.getBean(MongoTemplate.class).getCollection("intake-keys").deleteMany(new Document());
            await().untilAsserted(() -> assertThat(system.published()).isNotEqualTo(before));
        }
    }
}
