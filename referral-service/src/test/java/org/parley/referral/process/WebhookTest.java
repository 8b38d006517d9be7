package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A center with an endpoint is told there, signed, in order, and until it has taken it. */
@ReferralService
class WebhookTest {

    @LocalServerPort
    private int port;

    private Precinct precinct;
    private Center cms;
    private Receiver receiver;

    @BeforeEach
    void aCenterHasAnEndpoint() throws IOException {
        precinct = Precinct.of(port, "PCT-110");
        cms = Center.of(port, "cms");
        receiver = new Receiver();
        // What other tests left behind is not this one's business.
        cms.acknowledges(cms.inbox().size()).is(200);
        receiver.trusts(cms.registers(receiver.url()).is(200).text("secret"));
    }

    @AfterEach
    void theEndpointIsGone() {
        cms.unregisters().is(204);
        receiver.close();
    }

    private UUID refers(String reference) {
        return precinct.posts(Precinct.noise(reference).replace("PCT-075", "PCT-110"))
                .is(201)
                .id();
    }

    private List<String> toldOf(UUID referral) {
        return receiver.toldOf(referral);
    }

    @Test
    void isToldOfAnOfferByASignedThinNotice() {
        var id = refers("webhook-1");
        await().untilAsserted(() -> assertThat(toldOf(id)).containsExactly("org.parley.inbox.offer.v1"));
        var notice = notice(id);
        assertThat(notice.path("id").asString())
                .isEqualTo("cms/" + notice.path("data").path("n").asLong());
        assertThat(notice.path("data").path("link").asString())
                .isEqualTo("http://127.0.0.1:8083/v1/centers/cms/referrals/" + id);
        assertThat(notice.path("data").propertyNames())
                .containsExactlyInAnyOrder("center", "n", "referral", "offer", "link");
        assertThat(receiver.unsigned()).isZero();
    }

    private JsonNode notice(UUID referral) {
        return receiver.taken().stream()
                .filter(one -> one.path("subject").asString().equals(referral.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isToldAgainUntilItTakesIt() {
        receiver.answers(500);
        var id = refers("webhook-2");
        await().untilAsserted(() -> assertThat(receiver.attempted()).hasSizeGreaterThanOrEqualTo(3));
        assertThat(receiver.taken()).isEmpty();
        receiver.answers(204);
        await().untilAsserted(() -> assertThat(toldOf(id)).containsExactly("org.parley.inbox.offer.v1"));
        assertThat(receiver.attempted())
                .as("always under the same id")
                .containsOnly(notice(id).path("id").asString());
    }

    @Test
    void isToldInOrderWhateverFailed() {
        receiver.refuses("org.parley.inbox.offer.v1");
        var withdrawn = refers("webhook-3");
        await().untilAsserted(() -> assertThat(receiver.attempted()).isNotEmpty());
        precinctWithdraws(withdrawn);
        var other = refers("webhook-4");
        await().untilAsserted(() -> assertThat(new HashSet<>(receiver.attempted()))
                .as("other referrals go on")
                .hasSize(2));
        assertThat(receiver.taken()).as("nothing overtakes").isEmpty();
        receiver.refuses("");
        await().untilAsserted(() -> {
            assertThat(toldOf(withdrawn))
                    .containsExactly("org.parley.inbox.offer.v1", "org.parley.inbox.offer-withdrawn.v1");
            assertThat(toldOf(other)).containsExactly("org.parley.inbox.offer.v1");
        });
    }

    private void precinctWithdraws(UUID referral) {
        precinct.withdraws(referral, "RESOLVED").is(200);
    }

    @Test
    void isNotFollowedWhereItPoints() {
        receiver.answers(302);
        var id = refers("webhook-5");
        await().untilAsserted(() -> assertThat(receiver.attempted()).isNotEmpty());
        assertThat(toldOf(id)).isEmpty();
        receiver.answers(204);
        await().untilAsserted(() -> assertThat(toldOf(id)).isNotEmpty());
    }

    @Test
    void isToldOnlyWhatItHasNotFetchedItself() throws IOException {
        cms.unregisters();
        var fetched = refers("webhook-6");
        await().untilAsserted(() -> assertThat(cms.hasBeenTold(fetched)).isNotEmpty());
        cms.acknowledges(cms.inbox().getLast().path("n").asLong()).is(200);
        receiver.trusts(cms.registers(receiver.url()).is(200).text("secret"));
        var fresh = refers("webhook-7");
        await().untilAsserted(() -> assertThat(toldOf(fresh)).isNotEmpty());
        assertThat(toldOf(fetched)).isEmpty();
    }

    @Test
    void showsTheSecretOnce() {
        assertThat(cms.registers(receiver.url()).is(200).text("secret")).isEmpty();
        assertThat(cms.api()
                        .get("/v1/centers/cms/endpoint")
                        .is(200)
                        .body()
                        .path("secret")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://example.org/", "https://user@example.org/", "https:///x", "nonsense"})
    void isNoEndpointWithoutAProperUrl(String url) {
        cms.registers(url).isProblem(422, "invalid-field");
    }
}
