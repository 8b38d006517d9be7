package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.referral.Copies;
import org.parley.referral.keys.FakeKms;
import org.parley.testing.Backing;
import org.parley.testing.Topics;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;

/** A store of documents or keys that is away costs patience and nothing else. */
@ExtendWith(Patience.class)
class KeysAwayTest {

    private static final String ELSEWHERE = "parley.referral.keys.contacts-uri=" + FakeKms.URI;
    private static final String POLL = "parley.referral.intake.poll=50ms";

    private final String scope = Backing.newScope();
    private final Topics topics = new Topics(scope + ".");

    @AfterEach
    void itIsThereAgain() {
        FakeKms.comesBack();
    }

    private static void arrives(ConfigurableApplicationContext copy, String reference) {
        var precinct = Precinct.of(Copies.port(copy), "PCT-075");
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(precinct.finds(reference)
                                .is(200)
                                .body()
                                .path("items")
                                .size())
                        .isEqualTo(1));
    }

    private void hasNoDeadLetters() {
        assertThat(topics.named("parley.intake.v1.referral-service.dlq").records())
                .isEmpty();
    }

    @Test
    void whileTheKeyStoreIsAwayCallersAreToldToComeAgainAndRecordsWait() {
        try (var copy = Copies.start(scope, ELSEWHERE, POLL)) {
            var port = Copies.port(copy);
            var system = SendingSystem.at(port).registered("precinct-075", "PCT-075");
            var sent = system.submits("waits");
            FakeKms.goesAway();
            var body = SendingSystem.inPlaintext("posted", SendingSystem.PEOPLE);
            var answer = Precinct.of(port, "PCT-075").posts(body).isProblem(503, "keys-away");
            assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
            assertThat(answer.body().toString()).doesNotContain("Canary", "fake-kms");

            var before = FakeKms.missed();
            PrecinctOnKafka.on(topics).sends(sent);
            await().until(() -> FakeKms.missed() >= before + 3);
            hasNoDeadLetters();
            FakeKms.comesBack();
            arrives(copy, "waits");
            hasNoDeadLetters();
            Precinct.of(port, "PCT-075").posts(body).is(201);
        }
    }

    @Test
    void aCopyThatStartsWhileTheKeyStoreIsAwayOpensWhatCameWhenItIsBack() {
        String sent;
        try (var copy = Copies.start(scope, ELSEWHERE, POLL)) {
            sent = SendingSystem.at(Copies.port(copy))
                    .registered("precinct-075", "PCT-075")
                    .submits("waits");
            // It has joined its group then, and so it can leave it: nobody waits for one that was gone half-way.
            PrecinctOnKafka.on(topics).sends(Precinct.noise("first"));
            arrives(copy, "first");
        }
        FakeKms.goesAway();
        try (var copy = Copies.start(scope, ELSEWHERE, POLL)) {
            PrecinctOnKafka.on(topics).sends(sent);
            new Api(Copies.port(copy), "").open("/v1/intake/keys").isProblem(503, "keys-away");
            var before = FakeKms.missed();
            await().until(() -> FakeKms.missed() >= before + 3);
            hasNoDeadLetters();
            FakeKms.comesBack();
            arrives(copy, "waits");
            hasNoDeadLetters();
        }
    }

    @Test
    void whileTheStoreIsAwayRecordsWait() {
        Backing.store().assumeKillable();
        try (var copy = Copies.start(scope, POLL)) {
            var system = SendingSystem.at(Copies.port(copy)).registered("precinct-075", "PCT-075");
            var sent = system.submits("waits");
            Backing.store().kill();
            try {
                PrecinctOnKafka.on(topics).sends(sent);
                Precinct.of(Copies.port(copy), "PCT-075").finds("waits").isProblem(503, "store-unavailable");
                hasNoDeadLetters();
            } finally {
                Backing.store().start();
            }
            arrives(copy, "waits");
            hasNoDeadLetters();
        }
    }
}
