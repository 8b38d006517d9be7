package org.parley.referral.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.parley.referral.Channel;
import org.parley.referral.Posted;
import org.parley.referral.ReferralManagement;
import org.parley.referral.Submission;
import org.parley.referral.Submitted;
import org.parley.referral.keys.IntakeSystem;
import org.parley.referral.keys.IntakeSystems;
import org.parley.starter.consume.BatchHandler;
import org.parley.starter.consume.Received;
import org.parley.starter.consume.Refusal;
import org.parley.starter.consume.Refused;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.StrictJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes a whole poll of submissions. What is wrong with one is told of that one; the others go in together. Nothing of
 * a refused record's content is told: a reason names fields and rules. When a store is away the whole poll fails and is run
 * again.
 */
@Component
class Intake implements BatchHandler {

    static final String TYPE = "org.parley.intake.referral.v1";
    private static final int MOST_BYTES = 256 * 1024;
    private static final Pattern SOURCE = Pattern.compile("/systems/([A-Za-z0-9._-]{1,64})");

    private record Good(Received record, Posted posted) {}

    private final ReferralManagement management;
    private final IntakeSystems systems;
    private final EnclosedContacts contacts;
    private final StrictJson json;

    Intake(ReferralManagement management, IntakeSystems systems, EnclosedContacts contacts, StrictJson json) {
        this.management = management;
        this.systems = systems;
        this.contacts = contacts;
        this.json = json;
    }

    @Override
    public List<Refusal> handle(List<Received> records) {
        var good = new ArrayList<Good>(records.size());
        var refusals = new ArrayList<Refusal>();
        var senders = new HashMap<String, Optional<IntakeSystem>>();
        for (var record : records) {
            try {
                good.add(new Good(record, posted(record, client -> senders.computeIfAbsent(client, systems::find))));
            } catch (Refused e) {
                refusals.add(Refusal.of(record, e));
            }
        }
        var answers = management.submit(good.stream().map(Good::posted).toList());
        for (var i = 0; i < good.size(); i++) {
            if (answers.get(i) instanceof Submitted.KeyReused) {
                refusals.add(new Refusal(
                        good.get(i).record(), "KEY_REUSED", "Another referral came under this reference before"));
            }
        }
        return refusals;
    }

    private Posted posted(Received record, Function<String, Optional<IntakeSystem>> senders) {
        if (!record.type().equals(TYPE)) {
            throw new Refused("UNKNOWN_TYPE", "Only " + TYPE + " is known here");
        }
        var value = record.value();
        if (value == null) {
            throw new Refused("NULL_VALUE", "The record has no value");
        }
        if (value.length > MOST_BYTES) {
            throw new Refused("TOO_LARGE", "A value may have " + MOST_BYTES + " bytes at most");
        }
        var source = SOURCE.matcher(record.source());
        if (!source.matches()) {
            throw new Refused("INVALID_FIELD", "ce_source: must be /systems/<client>");
        }
        var client = source.group(1);
        var submission = submission(value, () -> senders.apply(client));
        if (submission.reference() == null) {
            throw new Refused("INVALID_FIELD", "/reference: must be given");
        }
        return Posted.bySystem(client, Channel.KAFKA, null, submission);
    }

    private Submission submission(byte[] value, Supplier<Optional<IntakeSystem>> sender) {
        try {
            var fields = json.read(value, JsonNode.class);
            var people = fields.path("parties");
            if (!people.isMissingNode() && !people.isNull() && !(people.isArray() && people.isEmpty())) {
                throw new Refused("CONTACTS_IN_PLAINTEXT", "/parties: people are not sent in plaintext");
            }
            contacts.unwrap(fields, sender);
            return json.read(fields, Submission.class);
        } catch (ProblemException e) {
            throw EnclosedContacts.refused(e, "");
        }
    }
}
