package org.parley.referral.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.referral.Channel;
import org.parley.referral.Posted;
import org.parley.referral.ReferralManagement;
import org.parley.referral.Submission;
import org.parley.referral.Submitted;
import org.parley.starter.consume.BatchHandler;
import org.parley.starter.consume.Received;
import org.parley.starter.consume.Refusal;
import org.parley.starter.consume.Refused;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.StrictJson;
import org.springframework.stereotype.Component;

/**
 * Takes a whole poll of submissions. What is wrong with one is told of that one; the others go in together. Nothing of
 * a refused record's content is told: a reason names fields and rules.
 */
@Component
class Intake implements BatchHandler {

    static final String TYPE = "org.parley.intake.referral.v1";
    private static final int MOST_BYTES = 256 * 1024;
    private static final Pattern PLACE = Pattern.compile("(/[A-Za-z0-9]{1,24}){0,4}");
    private static final Pattern SOURCE = Pattern.compile("/systems/([A-Za-z0-9._-]{1,64})");

    private record Good(Received record, Posted posted) {}

    private final ReferralManagement management;
    private final StrictJson json;

    Intake(ReferralManagement management, StrictJson json) {
        this.management = management;
        this.json = json;
    }

    @Override
    public List<Refusal> handle(List<Received> records) {
        var good = new ArrayList<Good>(records.size());
        var refusals = new ArrayList<Refusal>();
        for (var record : records) {
            try {
                good.add(new Good(record, posted(record)));
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

    private Posted posted(Received record) {
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
        var submission = read(value);
        if (!submission.parties().isEmpty()) {
            throw plaintext();
        }
        if (submission.reference() == null) {
            throw new Refused("INVALID_FIELD", "/reference: must be given");
        }
        return new Posted(source.group(1), Channel.KAFKA, null, submission);
    }

    private Submission read(byte[] value) {
        try {
            return json.read(value, Submission.class);
        } catch (ProblemException e) {
            if (e.slug().equals("malformed-json")) {
                throw new Refused("MALFORMED_JSON", "The value is not JSON");
            }
            if (e.violations().stream().anyMatch(broken -> broken.field().startsWith("/parties"))) {
                throw plaintext();
            }
            throw new Refused(
                    "INVALID_FIELD",
                    e.violations().stream()
                            .map(broken -> place(broken.field()) + ": " + broken.rule())
                            .collect(Collectors.joining("; ")));
        }
    }

    private static Refused plaintext() {
        return new Refused("CONTACTS_IN_PLAINTEXT", "/parties: people are not sent in plaintext");
    }

    /** A field nobody knows may have any name, even a person's. */
    private static String place(String pointer) {
        return PLACE.matcher(pointer).matches() ? pointer : "(an unknown field)";
    }
}
