package org.parley.referral.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testing.TestIssuer;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;

/** People who come over Kafka come encrypted and signed, and are then as if they had come over HTTP. */
@ReferralService
@ExtendWith(OutputCaptureExtension.class)
class EnclosedContactsTest {

    private static final String CLIENT = "precinct-075";

    @LocalServerPort
    private int port;

    @Autowired
    private Topics topics;

    @Autowired
    private MongoTemplate mongo;

    private Precinct precinct;
    private PrecinctOnKafka kafka;
    private SendingSystem system;

    @BeforeEach
    void everyoneIsThere() {
        precinct = Precinct.of(port, "PCT-075");
        kafka = PrecinctOnKafka.on(topics);
        system = SendingSystem.at(port).registered(CLIENT, "PCT-075", "PCT-073");
    }

    private Reply arrives(String reference) {
        await().untilAsserted(() -> assertThat(
                        precinct.finds(reference).body().path("items").size())
                .isEqualTo(1));
        return precinct.finds(reference);
    }

    @Test
    void theCenterThatAcceptsSeesThemAndNobodyElse(CapturedOutput output) {
        kafka.sends(system.submits("enclosed-1"));
        arrives("enclosed-1");
        var known = precinct.posts(SendingSystem.inPlaintext("enclosed-1", SendingSystem.PEOPLE))
                .is(200);
        var center = Center.of(port, "nypi");
        assertThat(center.sees(known.id()).is(200).body().toString()).doesNotContain("Canary");
        var accepted = center.accepts(known.id()).is(200).body();
        assertThat(accepted.path("contacts").get(0).path("name").asString()).isEqualTo("Canary One");

        var told = topics.named("parley.intake.v1").records().stream()
                .filter(one -> one.value() != null)
                .map(one -> new String(one.value(), UTF_8))
                .filter(value -> value.contains("enclosed-1"))
                .collect(Collectors.joining());
        assertThat(told).isNotEmpty().doesNotContainIgnoringCase("canary");
        assertThat(output.getAll()).doesNotContainIgnoringCase("canary");
        for (var collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection)
                    .find()
                    .forEach(one -> assertThat(one.toJson()).doesNotContain("Canary One"));
        }
    }

    @Test
    void theSameFreshlyEncryptedIsTheSameAndOthersAreNot() {
        var first = system.submits("enclosed-2");
        var again = system.submits("enclosed-2");
        assertThat(again).isNotEqualTo(first);
        kafka.sends(first);
        kafka.sends(again);
        var others = SendingSystem.PEOPLE.replace("One", "Two");
        var offset = kafka.sends(SendingSystem.submission(
                        "enclosed-2", system.sealed(SendingSystem.content("enclosed-2", "PCT-075", others))))
                .offset();
        await().untilAsserted(() -> assertThat(letters()).containsKey(offset));
        assertThat(reasonOf(letters().get(offset))).startsWith("KEY_REUSED");
        var id = precinct.posts(SendingSystem.inPlaintext("enclosed-2", SendingSystem.PEOPLE))
                .is(200)
                .id();
        var events = Events.on(topics);
        await().untilAsserted(() -> assertThat(events.happenedTo(id)).containsExactly("submitted", "offered"));
    }

    @Test
    void everyAllowedKindOfSignatureCounts() throws Exception {
        var rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        SendingSystem.administrator(port)
                .call(
                        HttpMethod.PUT,
                        "/v1/intake/systems/precinct-rsa",
                        "{\"keys\": [" + rsa.toPublicJWK().toJSONString() + "], \"commands\": [\"PCT-075\"]}",
                        Map.of())
                .is(201);
        for (var algorithm : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
            var reference = "enclosed-" + algorithm;
            var content = SendingSystem.content(reference, "PCT-075", SendingSystem.PEOPLE);
            var jws = signed(content, header(algorithm, "rsa"), new RSASSASigner(rsa));
            kafka.sendsFrom("precinct-rsa", SendingSystem.submission(reference, encrypted(jws, header -> header)));
        }
        var client = new Api(
                port,
                TestIssuer.token("precinct-rsa", List.of("precinct-system"), Map.of("command", List.of("PCT-075"))));
        for (var algorithm : List.of("RS256", "PS256")) {
            await().untilAsserted(() -> assertThat(client.get("/v1/referrals?reference=enclosed-" + algorithm)
                            .body()
                            .path("items")
                            .size())
                    .isEqualTo(1));
        }
    }

    @Test
    void eachThatCanNotBeTakenGoesAloneToTheDeadLettersAndItsReasonNamesNobody() throws Exception {
        var expected = new LinkedHashMap<Long, String>();
        kafka.sends(system.submits("enclosed-neighbour-1"));

        expected.put(
                kafka.sends(SendingSystem.inPlaintext("bad", SendingSystem.PEOPLE))
                        .offset(),
                "CONTACTS_IN_PLAINTEXT");
        expected.put(kafka.sendsFrom("precinct-nobody", system.submits("bad")).offset(), "UNKNOWN_SYSTEM");

        var foreign = SendingSystem.newKey("20200101T000000-86400");
        expected.put(sends(encrypted(jws(), foreign, header -> header)), "UNKNOWN_KEY");
        expected.put(
                sends(encrypted(jws(), SendingSystem.newKey("{\\\"$ne\\\": 1}"), header -> header)), "UNKNOWN_KEY");
        expected.put(sends(encrypted(jws(), header -> header.keyID(null))), "UNKNOWN_KEY");

        var platform = platform();
        expected.put(
                sends(encrypted(jws(), renamed(foreign, platform.getKeyID()), header -> header)), "NOT_DECRYPTABLE");
        expected.put(
                sends(encrypted(jws(), header -> header.compressionAlgorithm(CompressionAlgorithm.DEF))),
                "NOT_DECRYPTABLE");
        expected.put(sends(encrypted(jws(), header -> header.contentType(null))), "NOT_DECRYPTABLE");
        expected.put(
                sends(encrypted(
                        jws(), header -> header.criticalParams(Set.of("b64")).customParam("b64", true))),
                "NOT_DECRYPTABLE");
        for (var other : List.of(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM),
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A128KW, EncryptionMethod.A256GCM),
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A128CBC_HS256))) {
            var header = other.keyID(platform.getKeyID()).contentType("JOSE").build();
            expected.put(sends(encrypted(jws(), platform, header)), "NOT_DECRYPTABLE");
        }
        expected.put(sends("not-a-jwe"), "NOT_DECRYPTABLE");
        expected.put(sends(jws()), "NOT_DECRYPTABLE");
        expected.put(sends(""), "NOT_DECRYPTABLE");
        var good = encrypted(jws(), header -> header);
        expected.put(sends(good.substring(0, good.length() - 4) + "AAAA"), "NOT_DECRYPTABLE");

        expected.put(
                sends(encrypted(signed(content(), SendingSystem.newKey("system-1")), header -> header)),
                "BAD_SIGNATURE");
        expected.put(
                sends(encrypted(signed(content(), SendingSystem.newKey("another")), header -> header)),
                "BAD_SIGNATURE");
        expected.put(
                sends(encrypted(new PlainObject(new Payload(content())).serialize(), header -> header)),
                "BAD_SIGNATURE");
        var secret = new MACSigner(system.key().toPublicJWK().toJSONString().getBytes(UTF_8));
        expected.put(
                sends(encrypted(signed(content(), header(JWSAlgorithm.HS256, "system-1"), secret), header -> header)),
                "BAD_SIGNATURE");
        expected.put(sends(encrypted(content(), header -> header)), "BAD_SIGNATURE");

        expected.put(seals(SendingSystem.content("another", "PCT-075", SendingSystem.PEOPLE)), "CONTACTS_OF_ANOTHER");
        expected.put(seals(SendingSystem.content("bad", "PCT-073", SendingSystem.PEOPLE)), "CONTACTS_OF_ANOTHER");
        expected.put(
                kafka.sends(SendingSystem.submission(
                                        "bad",
                                        system.sealed(SendingSystem.content("bad", "PCT-110", SendingSystem.PEOPLE)))
                                .replace("PCT-075", "PCT-110"))
                        .offset(),
                "COMMAND_NOT_ALLOWED");

        expected.put(
                seals(SendingSystem.content("bad", "PCT-075", "[{\"name\": \"Canary\"}]")),
                "INVALID_FIELD /parties/0/consent");
        expected.put(
                seals(SendingSystem.content("bad", "PCT-075", "[{\"Canary Name\": 1}]")),
                "INVALID_FIELD (an unknown field)");
        expected.put(seals(SendingSystem.content("bad", "PCT-075", "\"Canary\"")), "INVALID_FIELD /parties");
        expected.put(seals(SendingSystem.content("bad", "PCT-075", "[]")), "INVALID_FIELD /parties");
        expected.put(
                seals("{\"reference\": \"bad\", \"command\": \"PCT-075\", \"canary\": 1}"),
                "INVALID_FIELD /contacts/canary");
        expected.put(seals("{\"reference\": \"bad\", \"command\": \"PCT-075\"}"), "INVALID_FIELD /contacts/parties");
        expected.put(seals("Canary"), "MALFORMED_JSON /contacts");
        expected.put(
                kafka.sends(SendingSystem.submission("bad", "x").replace("\"x\"", "{\"Canary\": 1}"))
                        .offset(),
                "INVALID_FIELD /contacts");
        kafka.sends(system.submits("enclosed-neighbour-2"));

        arrives("enclosed-neighbour-1");
        arrives("enclosed-neighbour-2");
        await().untilAsserted(() -> assertThat(letters().keySet()).containsAll(expected.keySet()));
        var letters = letters();
        expected.forEach((offset, reason) -> assertThat(reasonOf(letters.get(offset)))
                .as("reason of record %s", offset)
                .startsWith(reason));
        expected.keySet().forEach(offset -> {
            var letter = letters.get(offset);
            assertThat(letter.value()).isNull();
            assertThat(reasonOf(letter).replace("INVALID_FIELD /contacts/canary", ""))
                    .doesNotContainIgnoringCase("canary");
        });
        assertThat(precinct.finds("bad").body().path("items").size()).isZero();
    }

    @Test
    void aSystemThatIsTakenOutSendsNothingMore() {
        system.registered("precinct-gone", "PCT-075");
        SendingSystem.administrator(port)
                .call(HttpMethod.DELETE, "/v1/intake/systems/precinct-gone", null, Map.of())
                .is(204);
        var offset = kafka.sendsFrom("precinct-gone", system.submits("gone")).offset();
        await().untilAsserted(() -> assertThat(letters()).containsKey(offset));
        assertThat(reasonOf(letters().get(offset))).startsWith("UNKNOWN_SYSTEM");
    }

    /** What an integrator copies is what is tested here. */
    @Test
    void theReadmeShowsWhatWorks() throws Exception {
        var readme = Files.readString(Path.of("README.md"));
        var example = readme.substring(readme.indexOf("```java\n") + 8);
        var tested = Files.readString(Path.of("src/test/java/org/parley/referral/process/SendingSystem.java"));
        assertThat(stripped(tested)).contains(stripped(example.substring(0, example.indexOf("```"))));
    }

    private static String stripped(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
    }

    private static String content() {
        return SendingSystem.content("bad", "PCT-075", SendingSystem.PEOPLE);
    }

    private String jws() {
        return signed(content(), system.key());
    }

    private static String signed(String content, ECKey key) {
        try {
            return signed(content, header(JWSAlgorithm.ES256, key.getKeyID()), new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm).keyID(kid).build();
    }

    private static String signed(String content, JWSHeader header, JWSSigner signer) throws JOSEException {
        var jws = new JWSObject(header, new Payload(content));
        jws.sign(signer);
        return jws.serialize();
    }

    private ECKey platform() throws ParseException {
        return JWKSet.parse(system.published()).getKeys().getFirst().toECKey();
    }

    private String encrypted(String content, UnaryOperator<JWEHeader.Builder> odd)
            throws ParseException, JOSEException {
        return encrypted(content, platform(), odd);
    }

    private static String encrypted(String content, ECKey key, UnaryOperator<JWEHeader.Builder> odd)
            throws JOSEException {
        var header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                .keyID(key.getKeyID())
                .contentType("JOSE");
        return encrypted(content, key, odd.apply(header).build());
    }

    private static String encrypted(String content, ECKey key, JWEHeader header) throws JOSEException {
        var jwe = new JWEObject(header, new Payload(content));
        jwe.encrypt(new ECDHEncrypter(key));
        return jwe.serialize();
    }

    private static ECKey renamed(ECKey key, String kid) {
        return new ECKey.Builder(key).keyID(kid).build();
    }

    private long sends(String contacts) {
        return kafka.sends(SendingSystem.submission("bad", contacts)).offset();
    }

    private long seals(String content) {
        return sends(system.sealed(content));
    }

    private Map<Long, ConsumerRecord<String, byte[]>> letters() {
        var letters = new LinkedHashMap<Long, ConsumerRecord<String, byte[]>>();
        topics.named("parley.intake.v1.referral-service.dlq")
                .records()
                .forEach(letter ->
                        letters.put(Long.parseLong(Topic.headers(letter).getOrDefault("dlq_offset", "-1")), letter));
        return letters;
    }

    private static String reasonOf(ConsumerRecord<String, byte[]> letter) {
        var headers = Topic.headers(letter);
        return headers.get("dlq_reason") + " " + headers.get("dlq_detail");
    }
}
