package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.referral.keys.Keys;
import org.parley.testing.MovableClock;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.node.ObjectNode;

/** People agree to be known for a purpose and a time. Afterwards nobody can know them, whatever was kept of them. */
@DirtiesContext // its clock goes on by months
@ExtendWith(Patience.class)
@Import(MovableClock.Injected.class)
@ParleyTest(
        properties = {
            "parley.referral.centers=classpath:two-centers.csv",
            "parley.referral.timekeeping.poll=10ms",
            "parley.referral.timekeeping.outage-after=3650d",
            "parley.referral.timekeeping.clock-tolerance=3650d"
        })
class ConsentProcessTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Topics topics;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Keys keys;

    private Precinct precinct;
    private Center nypi;
    private Coordinator coordinator;
    private Events events;

    @BeforeEach
    void everyoneIsThere() {
        precinct = Precinct.of(port, "PCT-075");
        nypi = Center.of(port, "nypi");
        coordinator = Coordinator.of(port);
        events = Events.on(topics);
    }

    private UUID accepted(String reference) {
        var id = precinct.posts(Precinct.between(reference, "Ada One", "Ben Other"))
                .is(201)
                .id();
        nypi.accepts(id).is(200);
        return id;
    }

    private UUID scheduled(String reference) {
        var id = accepted(reference);
        nypi.schedules(id, clock.instant().plus(Duration.ofDays(3)).toString()).is(200);
        return id;
    }

    /** Only the first party's consent ends by itself, which the police know. */
    private UUID scheduledWithAnEnd(String reference) {
        var body = Precinct.between(reference, "Ada One", "Ben Other")
                .replaceFirst("\"MEDIATION\"", "\"MEDIATION\", \"until\": \"2031-01-31\"");
        var id = precinct.posts(body).is(201).id();
        nypi.accepts(id).is(200);
        nypi.schedules(id, clock.instant().plus(Duration.ofDays(3)).toString()).is(200);
        return id;
    }

    private static List<String> names(Reply seen) {
        return seen.is(200).each("contacts", "name");
    }

    @Test
    void consentRevokedWhileScheduledStopsContact() {
        var id = scheduled("revoked-1");
        assertThat(names(nypi.sees(id))).containsExactly("Ada One", "Ben Other");

        assertThat(coordinator.revokesConsent(id, 0).is(200).text("state")).isEqualTo("SCHEDULED");
        assertThat(names(nypi.sees(id))).containsExactly("Ben Other");
        await().untilAsserted(() -> assertThat(nypi.hasBeenTold(id)).containsExactly("OFFER", "CONSENT_REVOKED"));
        coordinator.revokesConsent(id, 0).is(200);

        assertThat(nypi.revokesConsent(id, 1).is(200).text("state")).isEqualTo("CLOSED");
        await().untilAsserted(() -> assertThat(events.happenedTo(id))
                .containsExactly(
                        "submitted",
                        "offered",
                        "accepted",
                        "scheduled",
                        "consent-revoked",
                        "consent-revoked",
                        "closed"));
        assertThat(precinct.sees(id).is(200).text("state")).isEqualTo("CLOSED");
        nypi.revokesConsent(id, 5).isProblem(409, "no-such-party");
        nypi.revokesConsent(id, 77).isProblem(422, "invalid-field");
        Center.of(port, "rhpp").revokesConsent(id, 0).isProblem(404, "not-found");
        Precinct.of(port, "PCT-044").revokesConsent(id, 0).isProblem(404, "not-found");
    }

    @Test
    void thePoliceSideNeverLearnsWhoDeclined() {
        var one = scheduledWithAnEnd("who-1");
        var other = scheduledWithAnEnd("who-2");
        nypi.revokesConsent(one, 0).is(200);
        nypi.revokesConsent(other, 1).is(200);
        assertThat(told(one)).isEqualTo(told(other));
        nypi.revokesConsent(one, 1).is(200);
        nypi.closes(other, "PARTY_DECLINED").is(200);
        assertThat(precinct.sees(one).body().toString()).doesNotContain("REVOKED", "DECLINED", "party");
        assertThat(shape(precinct.sees(one))).isEqualTo(shape(precinct.sees(other)));
        assertThat(precinct.history(one).is(200).each("items", "what"))
                .isEqualTo(precinct.history(other).is(200).each("items", "what"));
    }

    /** Everything the police can read about it, but for ids, times and versions. */
    private List<String> told(UUID id) {
        await().untilAsserted(() -> assertThat(events.happenedTo(id)).contains("consent-revoked"));
        var told = new ArrayList<String>();
        told.add(shape(precinct.sees(id)));
        told.add(shape(precinct.history(id)));
        events.about(id).forEach(event -> told.add(shape(event.data().toString())));
        return told;
    }

    private static String shape(Reply reply) {
        var body = (ObjectNode) reply.is(200).body();
        body.remove(List.of("reference", "version"));
        return shape(body.toString());
    }

    private static String shape(String json) {
        return json.replaceAll("[0-9a-f-]{36}", "id").replaceAll("20[0-9T:.-]+Z", "time");
    }

    @Test
    void whatIsDestroyedCannotBeReadWithAnyKeyThatIsLeft() {
        var id = scheduled("shredded-1");
        var backup = sealed(id);
        assertThat(readable(backup)).containsExactlyInAnyOrder("incident", "party-0", "party-1");

        nypi.revokesConsent(id, 0).is(200);
        await().untilAsserted(() -> assertThat(readable(backup)).containsExactlyInAnyOrder("incident", "party-1"));
        assertThat(sealed(id)).hasSize(2);

        nypi.closes(id, "NO_SHOW").is(200);
        coordinator.shredsContacts(id).is(200);
        coordinator.shredsContacts(id).is(200);
        await().untilAsserted(() -> assertThat(readable(backup)).isEmpty());
        assertThat(sealed(id)).isEmpty();
    }

    /** As a referral stands in the store, and in every backup made of it meanwhile. */
    private List<Document> sealed(UUID id) {
        return referral(id).get("origin", Document.class).getList("sealed", Document.class);
    }

    private Document referral(UUID id) {
        var found = mongo.getCollection("referrals")
                .find(new Document("_id", id.toString()))
                .first();
        assertThat(found).isNotNull();
        return found.get("body", Document.class);
    }

    /** Which of these open with some key of the store, tried on each of them. */
    private List<String> readable(List<Document> sealed) {
        var open = new ArrayList<String>();
        for (var one : sealed) {
            for (var id : ids()) {
                var bound = (id + "/" + one.getString("what")).getBytes(StandardCharsets.UTF_8);
                for (var key : allKeys()) {
                    if (opens(one, key, bound)) {
                        open.add(one.getString("what"));
                    }
                }
            }
        }
        return open;
    }

    private List<String> ids() {
        var ids = new ArrayList<String>();
        mongo.getCollection("referrals").find().forEach(one -> ids.add(one.getString("_id")));
        return ids;
    }

    private List<Binary> allKeys() {
        var all = new ArrayList<Binary>();
        mongo.getCollection("keyrings")
                .find()
                .forEach(ring -> ring.get("keys", Document.class).values().forEach(key -> all.add((Binary) key)));
        return all;
    }

    private boolean opens(Document sealed, Binary key, byte[] bound) {
        try {
            TinkProtoKeysetFormat.parseEncryptedKeyset(key.getData(), keys.contacts(), bound, keys.tink())
                    .getPrimitive(keys.tink(), Aead.class)
                    .decrypt(sealed.get("content", Binary.class).getData(), bound);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Keys of what other tests have ended are destroyed as well. */
    private boolean nothingIsOnItsWay() {
        var waiting = new Document("outbox.time", new Document("$gt", new Date(0)));
        return mongo.getCollection("referrals").countDocuments(waiting) == 0;
    }

    @Test
    void aRepeatedOrAmendedReferralLeavesNoKeyBehind() {
        var body = Precinct.between("keys-1", "Ada One", "Ben Other");
        await().until(this::nothingIsOnItsWay);
        var before = allKeys().size();
        var id = precinct.posts(body).is(201).id();
        assertThat(allKeys()).hasSize(before + 3);
        precinct.posts(body).is(200);
        assertThat(allKeys()).hasSize(before + 3);
        precinct.amends(id, "{\"incidentNumber\": \"2026-075-2\"}").is(200);
        await().untilAsserted(() -> assertThat(allKeys()).hasSize(before + 3));
        assertThat(nypi.accepts(id)
                        .body()
                        .path("incident")
                        .path("incidentNumber")
                        .asString())
                .isEqualTo("2026-075-2");
        precinct.amends(id, "{\"incidentNumber\": \"2026-075-3\"}").isProblem(409, "referral-taken");
        assertThat(allKeys()).hasSize(before + 3);
    }

    @Test
    void everyLookAtPeopleIsWrittenDown() {
        var id = accepted("looks-1");
        assertThat(nypi.looks(id).is(200).each("items", "actor")).containsExactly("center-nypi");
        assertThat(names(nypi.contacts(id)))
                .as("what a center does needs no look")
                .isEmpty();
        assertThat(nypi.looks(id).each("items", "actor")).hasSize(1);
        nypi.sees(id).is(200);
        var looks = coordinator.looks(id).is(200);
        assertThat(looks.each("items", "role")).containsExactly("center-system", "center-system");
        assertThat(looks.body().path("items").get(1).path("what").toString())
                .isEqualTo("[\"incident\",\"party-0\",\"party-1\"]");
        assertThat(looks.body().toString()).doesNotContain("Ada", "555 0142", "5550142", "SOMEWHERE");
        Center.of(port, "rhpp").looks(id).isProblem(404, "not-found");
    }

    @Test
    void whoCantBeWrittenDownIsShownNothing() {
        var id = accepted("looks-2");
        var page = id + "/" + YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        var trail = mongo.getCollection("looks");
        trail.deleteOne(new Document("_id", page));
        trail.insertOne(new Document("_id", page).append("looks", "no list"));
        var refused = nypi.sees(id);
        assertThat(refused.status()).isGreaterThanOrEqualTo(500);
        assertThat(String.valueOf(refused.body())).doesNotContain("Ada", "SOMEWHERE");
        trail.deleteOne(new Document("_id", page));
        assertThat(names(nypi.sees(id))).hasSize(2);
    }

    @Test
    void aPartyIsToldWhatIsHeldAboutIt() {
        var id = accepted("export-1");
        var held = coordinator.exports(id, 1).is(200);
        assertThat(held.body().path("held").path("name").asString()).isEqualTo("Ben Other");
        assertThat(held.body().path("held").path("email").asString()).isEqualTo("other@one.example");
        assertThat(held.body().path("sharedWith").toString()).isEqualTo("[\"nypi\"]");
        assertThat(held.each("looks", "purpose")).containsExactly("CASE", "EXPORT");
        assertThat(held.body().toString()).doesNotContain("Ada", "555 0142", "5550142");
        assertThat(coordinator
                        .looks(id)
                        .body()
                        .path("items")
                        .get(1)
                        .path("what")
                        .toString())
                .as("nobody else was looked at")
                .isEqualTo("[\"party-1\"]");

        nypi.revokesConsent(id, 1).is(200);
        var gone = coordinator.exports(id, 1).is(200);
        assertThat(gone.body().path("held").isNull()).isTrue();
        assertThat(gone.text("consent")).isEqualTo("REVOKED");
        coordinator.exports(id, 2).isProblem(404, "not-found");
    }

    @Test
    void aConsentEndsByItself() {
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/New_York"))
                .plusDays(1);
        var body = Precinct.between("ends-1", "Ada One", "Ben Other")
                .replaceFirst("\"MEDIATION\"", "\"MEDIATION\", \"until\": \"" + tomorrow + "\"");
        var id = precinct.posts(body).is(201).id();
        nypi.accepts(id).is(200);
        clock.forward(Duration.ofDays(2));
        await().untilAsserted(() -> assertThat(names(nypi.sees(id))).containsExactly("Ben Other"));
        await().untilAsserted(() -> assertThat(
                        events.about(id).getLast().data().path("reason").asString())
                .isEqualTo("EXPIRED"));
    }

    @Test
    void nothingPersonalOutlivesAReferralForLong() {
        var id = accepted("retention-1");
        var backup = sealed(id);
        nypi.closes(id, "NO_SHOW").is(200);
        clock.forward(Duration.ofDays(89));
        assertThat(readable(backup)).hasSize(3);
        clock.forward(Duration.ofDays(2));
        await().untilAsserted(() -> assertThat(events.happenedTo(id)).last().isEqualTo("contacts-shredded"));
        assertThat(readable(backup)).isEmpty();
        assertThat(coordinator.sees(id).text("state")).isEqualTo("CLOSED");
    }
}
