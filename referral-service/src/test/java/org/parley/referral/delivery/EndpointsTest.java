package org.parley.referral.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.parley.referral.delivery.Endpoint.Reason;
import org.parley.referral.delivery.Endpoint.State;
import org.parley.referral.process.ReferralService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ReferralService
class EndpointsTest {

    private static final URI URL = URI.create("https://center.example/hook");

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private MongoTemplate mongo;

    private final String center = "endpoint-" + UUID.randomUUID();

    @Test
    void isNotDisabledForWhatAnEarlierRegistrationSaid() {
        var earlier = endpoints.put(center, URL, null).endpoint();
        endpoints.remove(center);
        endpoints.put(center, URL, null);
        assertThat(endpoints.disable(earlier, Reason.GONE)).isFalse();
        assertThat(endpoints.find(center)).map(Endpoint::state).contains(State.ACTIVE);

        var before = endpoints.find(center).orElseThrow();
        endpoints.put(center, URL, null);
        assertThat(endpoints.disable(before, Reason.GONE)).isFalse();
        assertThat(endpoints.find(center)).map(Endpoint::state).contains(State.ACTIVE);
    }

    @Test
    void isDisabledOnceThoughItsSecretWasRotatedMeanwhile() {
        var known = endpoints.put(center, URL, null).endpoint();
        var fresh = endpoints.rotateSecret(center).orElseThrow().freshSecret();
        assertThat(endpoints.disable(known, Reason.FAILING)).isTrue();
        assertThat(endpoints.disable(known, Reason.GONE)).isFalse();
        var found = endpoints.find(center).orElseThrow();
        assertThat(found.state()).isEqualTo(State.DISABLED);
        assertThat(found.reason()).isEqualTo(Reason.FAILING);
        assertThat(endpoints.secrets(found)).hasSize(2).first().isEqualTo(fresh);
        assertThat(endpoints.active(List.of(center))).isEmpty();
    }

    @Test
    void keepsFewFormerSecretsHoweverOftenTheyAreRotated() {
        var first = endpoints.put(center, URL, null).freshSecret();
        for (var n = 0; n < 10; n++) {
            endpoints.rotateSecret(center);
        }
        assertThat(endpoints.secrets(endpoints.find(center).orElseThrow()))
                .hasSize(4)
                .doesNotContain(first);
    }

    @Test
    void signsWithAGivenSecretAlone() {
        var given = "whsec_Z2l2ZW4tc2VjcmV0LW9mLXRoZS1jZW50ZXItMDAwMDA=";
        endpoints.put(center, URL, null);
        endpoints.rotateSecret(center);
        endpoints.put(center, URL, given);
        assertThat(endpoints.secrets(endpoints.find(center).orElseThrow())).containsExactly(given);
    }

    @Test
    void isUnderstoodWhenItIsFromBefore() {
        var sealed = endpoints.put(center, URL, null).endpoint().secret();
        var since = Instant.parse("2026-01-02T03:04:05Z");
        mongo.getCollection("endpoints")
                .replaceOne(
                        new Document("_id", center),
                        new Document("url", URL.toString())
                                .append("secret", new Binary(sealed.getData()))
                                .append("since", Date.from(since)));
        mongo.getCollection("deliveries")
                .insertOne(new Document("_id", center)
                        .append("version", 7L)
                        .append("owner", "")
                        .append("until", Date.from(since))
                        .append(
                                "progress",
                                new Document("taken", 3L)
                                        .append(
                                                "waiting",
                                                List.of(new Document("n", 2L)
                                                        .append(
                                                                "referral",
                                                                UUID.randomUUID()
                                                                        .toString())
                                                        .append("attempts", 1)
                                                        .append("next", Date.from(since))))));
        assertThat(endpoints.active(List.of(center))).containsOnlyKeys(center);
        assertThat(endpoints.find(center)).map(Endpoint::isActive).contains(true);
        assertThat(endpoints.rotateSecret(center)).isPresent();
        assertThat(endpoints.secrets(endpoints.find(center).orElseThrow())).hasSize(2);
        assertThat(deliveries.find(center).standing().progress().waiting()).hasSize(1);
        assertThat(deliveries.save(deliveries.find(center))).isPresent();
        assertThat(deliveries.find(center).standing().health()).isEqualTo(Health.UNKNOWN);
    }
}
