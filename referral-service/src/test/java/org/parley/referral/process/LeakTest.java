package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testing.Backing;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A canary sits in every sensitive field of a submission. It may be seen by the center that has accepted, and by nobody
 * else: not in events, the inbox, webhooks, the precinct's view, the store or the logs. Each view has the fields listed
 * here and no other, so a field added to one in passing makes this test fail.
 */
@ReferralService
@ExtendWith(OutputCaptureExtension.class)
class LeakTest {

    private static final List<String> PRECINCT_VIEW = List.of(
            "id",
            "reference",
            "state",
            "command",
            "type",
            "urgency",
            "submittedAt",
            "occurredAt",
            "screenedOutFor",
            "offeredTo",
            "center",
            "acceptedAt",
            "scheduledFor",
            "closedAt",
            "resolution",
            "version");

    private static final List<String> CENTER_VIEW = List.of(
            "id",
            "offer",
            "offer.number",
            "offer.state",
            "offer.offeredAt",
            "offer.deadline",
            "offer.decidedAt",
            "type",
            "borough",
            "language",
            "urgency",
            "state",
            "command",
            "contactVia",
            "parties",
            "occurredAt",
            "submittedAt",
            "acceptedAt",
            "contactedAt",
            "scheduledFor",
            "hold",
            "due",
            "due.what",
            "due.at",
            "due.level",
            "sessions",
            "end",
            "incident",
            "contacts",
            "likelyDuplicates",
            "likelyDuplicates.referral",
            "likelyDuplicates.link",
            "version");

    private static final List<String> CONTACTS = List.of(
            "incident.line",
            "incident.city",
            "incident.zip",
            "incident.incidentNumber",
            "contacts.party",
            "contacts.name",
            "contacts.phone",
            "contacts.email",
            "contacts.language",
            "contacts.needs");

    private static final List<String> INBOX_ENTRY = List.of(
            "n", "kind", "referral", "offer", "at", "type", "borough", "language", "urgency", "deadline", "overdue");

    private static final List<String> LOOKS =
            List.of("items", "items.at", "items.role", "items.actor", "items.purpose", "items.what");

    private static final List<String> HISTORY =
            List.of("items", "items.at", "items.what", "items.role", "items.actor", "items.center", "items.reason");

    private static final List<String> DELIVERIES = List.of(
            "items",
            "items.n",
            "items.at",
            "items.outcome",
            "items.status",
            "items.error",
            "items.bytes",
            "items.took",
            "next");

    private static final List<String> EXPORT = List.of(
            "referral",
            "party",
            "consent",
            "consentUntil",
            "held",
            "held.name",
            "held.phone",
            "held.email",
            "held.language",
            "held.needs",
            "held.purpose",
            "held.until",
            "type",
            "command",
            "submittedAt",
            "state",
            "sharedWith",
            "looks",
            "looks.at",
            "looks.role",
            "looks.actor",
            "looks.purpose",
            "looks.what",
            "destroyedBy");

    private static final List<String> NOTICE = List.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "data",
            "data.center",
            "data.n",
            "data.referral",
            "data.offer",
            "data.link");

    private static final List<String> COMMAND_INBOX_ENTRY = List.of("n", "kind", "referral", "at", "type", "urgency");

    private static final List<String> COMMAND_NOTICE = List.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "data",
            "data.command",
            "data.n",
            "data.referral",
            "data.link");

    private static final List<String> EVENT = List.of(
            "actor",
            "actor.role",
            "actor.id",
            "reason",
            "referral",
            "referral.id",
            "referral.state",
            "referral.command",
            "referral.borough",
            "referral.type",
            "referral.urgency",
            "referral.language",
            "referral.officer",
            "referral.placeId",
            "referral.channel",
            "referral.contactVia",
            "referral.parties",
            "referral.occurredAt",
            "referral.submittedAt",
            "referral.screenedOutFor",
            "referral.offers",
            "referral.offers.number",
            "referral.offers.center",
            "referral.offers.state",
            "referral.offers.offeredAt",
            "referral.offers.deadline",
            "referral.offers.decidedAt",
            "referral.offers.reason",
            "referral.center",
            "referral.acceptedAt",
            "referral.contactedAt",
            "referral.scheduledFor",
            "referral.hold",
            "referral.due",
            "referral.due.what",
            "referral.due.at",
            "referral.due.level",
            "referral.consentEnds",
            "referral.keptUntil",
            "referral.sessions",
            "referral.closedAt",
            "referral.closeReason",
            "referral.resolution",
            "referral.withdrawnAt",
            "referral.enteredInErrorAt");

    private static final String SUBMISSION = """
            {"reference": "REFCANARY-%s", "command": "PCT-110", "type": "NEIGHBOR",
             "occurredAt": "2026-01-02T03:30:00Z",
             "address": {"line": "1 CANARY STREET", "city": "CANARYVILLE", "zip": "CANARY9"},
             "incidentNumber": "CANARY-INCIDENT", "language": "es", "contactVia": "PARTIES",
             "screening": {"arrestMade": %s, "violentFelonyOrDrugs": false, "weapon": false,
             "orderOfProtection": false, "intimatePartner": false},
             "parties": [
              {"name": "Canary One", "phone": "(718) 555-0142", "email": "canary@one.example", "language": "en",
               "needs": "canary ramp", "consent": {"given": true, "purpose": "MEDIATION"}},
              {"name": "Canary Unwilling", "phone": "(718) 555-0143", "consent": {"given": false, "purpose": "MEDIATION"}}]}
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Topics topics;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private ObservationRegistry observations;

    @Autowired
    private MeterRegistry meters;

    @Test
    void nobodyButTheAcceptingCenterSeesWhoIsConcerned(CapturedOutput output) throws IOException {
        var spans = new ConcurrentLinkedQueue<String>();
        observations.observationConfig().observationHandler(writingDown(spans));
        var precinct = Precinct.of(port, "PCT-110");
        var cms = Center.of(port, "cms");
        var events = Events.on(topics);
        var mail = Mail.toCommand("PCT-110", precinct.api());
        try (var receiver = new Receiver();
                var precincts = new Receiver()) {
            receiver.trusts(cms.registers(receiver.url()).is(200).text("secret"));
            precincts.trusts(mail.registers(precincts.url()).is(200).text("secret"));
            precinct.posts(SUBMISSION.formatted("0", "false").replace("NEIGHBOR", "CANARY-TYPE"))
                    .isProblem(422, "invalid-field");
            precinct.posts(SUBMISSION.formatted("0", "\"canary\"")).isProblem(422, "invalid-field");
            var id = precinct.posts(SUBMISSION.formatted("1", "false")).is(201).id();
            var out = precinct.posts(SUBMISSION.formatted("2", "true")).is(201).id();
            await().untilAsserted(() -> assertThat(receiver.taken()).isNotEmpty());
            isClosed(precinct.sees(id).body(), PRECINCT_VIEW);
            isClosed(precinct.sees(out).body(), PRECINCT_VIEW);

            var before = cms.sees(id).is(200).body();
            isClosed(before, CENTER_VIEW);
            for (var hidden : List.of("incident", "command", "state", "parties", "occurredAt", "contactVia")) {
                assertThat(before.path(hidden).isNull()).as(hidden).isTrue();
            }
            assertThat(before.path("contacts").isEmpty()).isTrue();

            var accepted = cms.accepts(id).is(200).body();
            isClosed(accepted, join(CENTER_VIEW, CONTACTS));
            var listed =
                    cms.api().get("/v1/centers/cms/referrals?limit=200").is(200).body();
            isClosed(listed, pageOf(CENTER_VIEW));
            assertThat(listed.toString()).contains(id.toString());
            hasNoCanary(List.of(listed.toString()));
            assertThat(accepted.path("contacts").size()).as("those who consent").isEqualTo(1);
            assertThat(accepted.path("contacts").get(0).path("name").asString()).isEqualTo("Canary One");
            assertThat(accepted.toString()).doesNotContain("5550143").contains("+17185550142");

            var looks = cms.looks(id).is(200).body();
            isClosed(looks, LOOKS);
            var history = cms.history(id).is(200).body();
            isClosed(history, HISTORY);
            isClosed(precinct.history(id).is(200).body(), HISTORY);
            var log = cms.deliveries(50).is(200).body();
            isClosed(log, DELIVERIES);
            hasNoCanary(List.of(looks.toString(), history.toString(), log.toString()));
            var export = Coordinator.of(port).exports(id, 0).is(200).body();
            isClosed(export, EXPORT);
            assertThat(export.path("held").path("name").asString()).isEqualTo("Canary One");
            assertThat(export.toString()).doesNotContain("CANARY STREET", "Unwilling", "5550143");

            var closed = cms.closes(id, "PARTY_DECLINED").is(200).body();
            isClosed(closed, join(CENTER_VIEW, List.of("end.at", "end.reason", "end.resolution")));
            assertThat(precinct.sees(id).body().toString()).doesNotContain("PARTY_DECLINED", "DECLINED");
            isClosed(precinct.sees(id).body(), PRECINCT_VIEW);

            await().untilAsserted(() -> assertThat(events.happenedTo(id)).contains("closed"));
            var precinctsList =
                    precinct.api().get("/v1/referrals?limit=200").is(200).body();
            isClosed(precinctsList, pageOf(PRECINCT_VIEW));
            assertThat(precinctsList.toString())
                    .contains(id.toString(), out.toString())
                    .doesNotContain("PARTY_DECLINED");
            hasNoCanary(List.of(precinctsList.toString().replaceAll("REFCANARY-[0-9]", "")));
            await().untilAsserted(() -> assertThat(events.happenedTo(out)).contains("screened-out"));
            isPoliceSafe("command:PCT-110");
            await().untilAsserted(() -> assertThat(precincts.toldOf(id)).contains("org.parley.inbox.closed.v1"));
            await().untilAsserted(() -> assertThat(precincts.toldOf(out)).contains("org.parley.inbox.screened-out.v1"));
            isPoliceSafe(mail, precincts);
            hasNoCanary(everythingTold(id, out, cms, receiver));
            hasNoCanary(everythingStored());
            hasNoCanary(List.of(output.getAll()));
            assertThat(spans).anyMatch(span -> span.startsWith("http.server.requests"));
            hasNoCanary(spans);
            assertThat(meters.getMeters()).isNotEmpty();
            meters.getMeters()
                    .forEach(meter -> hasNoCanary(List.of(meter.getId().toString())));
        } finally {
            cms.unregisters();
            mail.unregisters();
        }
    }

    /** What a trace would be made of. */
    private static ObservationHandler<Observation.Context> writingDown(Queue<String> spans) {
        return new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                spans.add(context.getName() + " " + context.getContextualName() + " " + context.getAllKeyValues() + " "
                        + context.getError());
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        };
    }

    /** The command's feed says where its referrals stand, and not why. */
    private void isPoliceSafe(String feed) {
        var kinds = new ArrayList<String>();
        mongo.getCollection("feed").find(new Document("center", feed)).forEach(line -> {
            kinds.add(line.getString("kind"));
            assertThat(line.toJson()).doesNotContain("PARTY_DECLINED").doesNotContain("overdue");
        });
        assertThat(kinds).contains("SUBMITTED", "SCREENED_OUT", "OFFERED", "ACCEPTED", "CLOSED");
    }

    /** Whichever way the command's system is told of it. */
    private static void isPoliceSafe(Mail mail, Receiver receiver) {
        var told = new ArrayList<String>(receiver.raw());
        receiver.taken().forEach(notice -> isClosed(notice, COMMAND_NOTICE));
        mail.inbox().forEach(entry -> {
            isClosed(entry, COMMAND_INBOX_ENTRY);
            told.add(entry.toString());
        });
        var log = mail.deliveries(50).is(200).body();
        isClosed(log, DELIVERIES);
        told.add(log.toString());
        hasNoCanary(told);
        assertThat(told).noneMatch(text -> text.contains("PARTY_DECLINED") || text.contains("consent"));
    }

    private List<String> everythingTold(UUID id, UUID out, Center cms, Receiver receiver) {
        var told = new ArrayList<String>(receiver.raw());
        receiver.taken().forEach(notice -> isClosed(notice, NOTICE));
        var entries = cms.inbox();
        entries.forEach(entry -> isClosed(entry, INBOX_ENTRY));
        entries.forEach(entry -> told.add(entry.toString()));
        var events = Events.on(topics);
        for (var referral : List.of(id, out)) {
            events.about(referral).forEach(event -> isClosed(event.data(), EVENT));
        }
        topics.named("parley.referrals.v1").records().forEach(one -> {
            told.add(new String(one.value(), StandardCharsets.UTF_8));
            told.add(Topic.headers(one).toString());
        });
        return told;
    }

    /** Every document, ciphertext and all; only the precinct's own reference is kept as it is. */
    private List<String> everythingStored() {
        var stored = new ArrayList<String>();
        assertThat(Backing.mongodbUri()).isNotEmpty();
        for (var collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection)
                    .find()
                    .forEach(document -> stored.add(document.toJson().replaceAll("REFCANARY-[0-9]", "")));
        }
        assertThat(stored).isNotEmpty();
        return stored;
    }

    private static void hasNoCanary(Collection<String> texts) {
        texts.forEach(text -> assertThat(text)
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("5550142", "555-0142", "5550143", "555-0143"));
    }

    private static List<String> pageOf(List<String> view) {
        return join(
                List.of("items", "next"),
                view.stream().map(field -> "items." + field).toList());
    }

    private static void isClosed(JsonNode view, Collection<String> allowed) {
        var fields = new TreeSet<String>();
        collect(view, "", fields);
        assertThat(allowed).as("allowed fields").containsAll(fields);
    }

    private static void collect(JsonNode node, String path, TreeSet<String> fields) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, path, fields));
        } else if (node.isObject()) {
            node.properties().forEach(field -> {
                var name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                fields.add(name);
                collect(field.getValue(), name, fields);
            });
        }
    }

    private static List<String> join(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
