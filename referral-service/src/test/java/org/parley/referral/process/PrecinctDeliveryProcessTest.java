package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** A precinct's system learns how far its referrals have come: by webhook, by asking, or by listening. */
@ReferralService
class PrecinctDeliveryProcessTest {

    private static final String COMMAND = "PCT-114";
    private static final String NEXT_WEEK = "2026-12-03T23:00:00Z";

    @LocalServerPort
    private int port;

    private final String test = UUID.randomUUID().toString();
    private Precinct precinct;
    private Mail mail;
    private Center cms;
    private Receiver receiver;

    @BeforeEach
    void aPrecinctHasAnEndpoint() throws IOException {
        precinct = Precinct.of(port, COMMAND);
        mail = Mail.toCommand(COMMAND, precinct.api());
        cms = Center.of(port, "cms");
        receiver = new Receiver();
        // What other tests left behind is not this one's business.
        mail.acknowledges(mail.inbox().size()).is(200);
        registers();
    }

    @AfterEach
    void theEndpointIsGone() {
        mail.unregisters().is(204);
        receiver.close();
    }

    private void registers() {
        var secret = mail.registers(receiver.url()).is(200).text("secret");
        if (!secret.isEmpty()) {
            receiver.trusts(secret);
        }
    }

    private UUID refers(String reference) {
        return precinct.posts(Precinct.between(test + reference, "Canary One", "Canary Two")
                        .replace("PCT-075", COMMAND))
                .is(201)
                .id();
    }

    /** Referred, accepted, scheduled, and closed for a reason that is not the police's business. */
    private UUID goesAllTheWay(String reference) {
        var id = refers(reference);
        await().untilAsserted(() -> assertThat(cms.hasBeenTold(id)).isNotEmpty());
        cms.accepts(id).is(200);
        cms.schedules(id, NEXT_WEEK).is(200);
        cms.closes(id, "PARTY_DECLINED").is(200);
        return id;
    }

    private static String type(String what) {
        return "org.parley.inbox." + what + ".v1";
    }

    private long number(UUID referral) {
        return mail.linesOf(referral).getFirst().path("n").asLong();
    }

    @Test
    void isToldByWebhookHowFarItsReferralHasComeInOrderAndOnce() {
        var id = goesAllTheWay("-way");
        await().untilAsserted(() -> assertThat(receiver.toldOf(id))
                .containsExactly(
                        type("submitted"), type("offered"), type("accepted"), type("scheduled"), type("closed")));
        assertThat(receiver.attempted()).doesNotHaveDuplicates();
        assertThat(receiver.unsigned()).isZero();
    }

    @Test
    void isToldNothingButWhereToLook() {
        var id = goesAllTheWay("-thin");
        await().untilAsserted(() -> assertThat(receiver.toldOf(id)).contains(type("closed")));
        assertThat(receiver.taken()).allSatisfy(notice -> {
            var data = notice.path("data");
            assertThat(data.propertyNames()).containsExactlyInAnyOrder("command", "n", "referral", "link");
            assertThat(data.path("command").asString()).isEqualTo(COMMAND);
            assertThat(notice.path("id").asString())
                    .isEqualTo("command:" + COMMAND + "/" + data.path("n").asLong());
            assertThat(data.path("link").asString()).isEqualTo("http://127.0.0.1:8083/v1/referrals/" + id);
        });
        assertThat(receiver.raw()).allSatisfy(PrecinctDeliveryProcessTest::tellsNobodysSecret);
        assertThat(mail.linesOf(id)).hasSize(5).allSatisfy(line -> {
            assertThat(line.propertyNames())
                    .containsExactlyInAnyOrder("n", "kind", "referral", "at", "type", "urgency");
            tellsNobodysSecret(line.toString());
        });
        assertThat(precinct.sees(id).is(200).text("state")).isEqualTo("CLOSED");
    }

    private static void tellsNobodysSecret(String text) {
        assertThat(text)
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("PARTY_DECLINED", "SOMEWHERE", "555 0142", "5550142");
    }

    @Test
    void isToldThatNoCenterIsLeftButNotWhy() {
        var id = refers("-unplaced");
        await().untilAsserted(() -> assertThat(cms.hasBeenTold(id)).isNotEmpty());
        cms.declines(id, "UNSAFE").is(200);
        await().untilAsserted(() ->
                assertThat(receiver.toldOf(id)).containsExactly(type("submitted"), type("offered"), type("unplaced")));
        precinct.withdraws(id, "RESOLVED").is(200);
        await().untilAsserted(() -> assertThat(receiver.toldOf(id)).endsWith(type("withdrawn")));
        assertThat(receiver.raw()).noneMatch(text -> text.contains("UNSAFE"));
    }

    @Test
    void losesNothingWhenItChangesTheWayItIsTold() {
        var before = (long) mail.inbox().size();
        var heard = new ConcurrentSkipListMap<Long, String>();
        var pushed = refers("-pushed");
        await().untilAsserted(
                        () -> assertThat(receiver.toldOf(pushed)).containsExactly(type("submitted"), type("offered")));
        mail.unregisters().is(204);
        receiver.taken().forEach(notice -> hears(heard, notice.path("data")));

        var fetched = refers("-fetched");
        await().untilAsserted(() -> {
            mail.unread().is(200).body().path("entries").forEach(line -> hears(heard, line));
            assertThat(heard.values()).contains(fetched.toString());
        });
        mail.acknowledges(heard.lastKey()).is(200);

        var live = goesAllTheWay("-live");
        try (var _ = Listener.of(mail, null, line -> hears(heard, line))) {
            await().untilAsserted(() -> assertThat(numbersOf(heard, live)).hasSize(5));
        }
        try (var resumed = Listener.of(mail, Long.toString(heard.lastKey() - 2), _ -> {})) {
            await().untilAsserted(
                            () -> assertThat(resumed.numbers()).containsExactly(heard.lastKey() - 1, heard.lastKey()));
        }
        mail.acknowledges(heard.lastKey()).is(200);

        registers();
        var again = refers("-again");
        await().untilAsserted(() -> assertThat(receiver.toldOf(again)).hasSize(2));
        receiver.taken().forEach(notice -> hears(heard, notice.path("data")));
        assertThat(receiver.toldOf(live)).as("what it had acknowledged").isEmpty();
        assertThat(heard.keySet())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, before + 11).boxed().toList());
    }

    private static void hears(Map<Long, String> heard, JsonNode line) {
        heard.put(line.path("n").asLong(), line.path("referral").asString());
    }

    private static List<Long> numbersOf(Map<Long, String> heard, UUID referral) {
        return heard.entrySet().stream()
                .filter(one -> one.getValue().equals(referral.toString()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void looksAfterItsEndpoint() {
        receiver.answers(202);
        assertThat(mail.testsItsEndpoint().is(200).body().path("status").asInt())
                .isEqualTo(202);
        assertThat(receiver.taken()).singleElement().satisfies(notice -> {
            assertThat(notice.path("type").asString()).isEqualTo(type("test"));
            assertThat(notice.path("subject").asString()).isEqualTo(COMMAND);
            assertThat(notice.path("data").propertyNames()).containsExactly("command");
        });

        var fresh = mail.rotatesItsSecret().is(200).text("secret");
        var old = refers("-old");
        await().untilAsserted(() -> assertThat(receiver.toldOf(old)).hasSize(2));
        assertThat(receiver.signatures().getLast().split(" ", -1)).hasSize(2);
        receiver.trusts(fresh);
        var id = refers("-new");
        await().untilAsserted(() -> assertThat(receiver.toldOf(id)).hasSize(2));

        var from = number(old);
        mail.asksAgainFor("{\"from\": " + from + ", \"to\": " + from + "}").is(202);
        await().untilAsserted(() -> assertThat(receiver.toldOf(old))
                .containsExactly(type("submitted"), type("offered"), type("submitted")));
        mail.asksAgainFor("{\"from\": " + from + "}").is(202);
        await().untilAsserted(() -> {
            assertThat(receiver.toldOf(old)).hasSize(5);
            assertThat(receiver.toldOf(id)).hasSize(4);
        });
        await().untilAsserted(() -> assertThat(mail.deliveries(9).is(200).body().path("items"))
                .hasSize(9)
                .allMatch(one -> one.path("outcome").asString().equals("TAKEN")));
    }

    @Test
    void isLeftAloneWhenItSaysThatItIsGoneAndGoesOnWhereItWas() {
        receiver.answers(410);
        var id = refers("-gone");
        await().untilAsserted(
                        () -> assertThat(mail.endpoint().is(200).text("state")).isEqualTo("DISABLED"));
        assertThat(mail.endpoint().text("reason")).isEqualTo("GONE");
        receiver.answers(204);
        registers();
        await().untilAsserted(
                        () -> assertThat(receiver.toldOf(id)).containsExactly(type("submitted"), type("offered")));
    }

    @Test
    void onlyItsOwnMailIsThere() {
        var own = mail.of();
        for (var other : List.of("/v1/commands/PCT-110", "/v1/commands/command:" + COMMAND, "/v1/commands/cms")) {
            for (var what : List.of("/inbox", "/inbox/stream", "/endpoint", "/endpoint/deliveries")) {
                precinct.api().get(other + what).isProblem(404, "not-found");
            }
            var others = new Mail(other, precinct.api());
            others.acknowledges(1).isProblem(404, "not-found");
            others.registers(receiver.url()).isProblem(404, "not-found");
            others.unregisters().isProblem(404, "not-found");
            others.testsItsEndpoint().isProblem(404, "not-found");
            others.rotatesItsSecret().isProblem(404, "not-found");
            others.asksAgainFor("{\"from\": 1}").isProblem(404, "not-found");
        }
        cms.api().get(own + "/inbox").isProblem(403, "forbidden");
        cms.api().call(HttpMethod.DELETE, own + "/endpoint", null, Map.of()).isProblem(403, "forbidden");
        precinct.api().get("/v1/centers/cms/inbox").isProblem(403, "forbidden");
        var every =
                new Api(port, TestIssuer.token("every", List.of("precinct-system"), Map.of("command", List.of("*"))));
        assertThat(every.get(own + "/inbox").status()).isEqualTo(200);
        every.get("/v1/commands/PCT-999/inbox").isProblem(404, "not-found");
        every.get("/v1/commands/coordination/inbox").isProblem(404, "not-found");
    }
}
