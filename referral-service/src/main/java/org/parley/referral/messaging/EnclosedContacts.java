package org.parley.referral.messaging;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.referral.keys.Envelopes;
import org.parley.referral.keys.Envelopes.Opening;
import org.parley.referral.keys.IntakeSystem;
import org.parley.starter.consume.Refused;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.StrictJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people of a submission, who come encrypted for this platform and signed by the system that sends them. They count
 * only for the submission they were signed for, and for a command that the system speaks for.
 */
@Component
class EnclosedContacts {

    private static final String FIELD = "contacts";
    private static final Pattern PLACE = Pattern.compile("(/[A-Za-z0-9]{1,24}){0,4}");

    private final Envelopes envelopes;
    private final StrictJson json;

    EnclosedContacts(Envelopes envelopes, StrictJson json) {
        this.envelopes = envelopes;
        this.json = json;
    }

    record Enclosed(
            @NotNull String reference,
            @NotNull String command,
            @NotNull JsonNode parties) {

        /** Never the people: a log line is no place for them. */
        @Override
        public String toString() {
            return "Enclosed";
        }
    }

    /** Puts them where they stand in a submission that comes over HTTP. */
    void unwrap(JsonNode submission, Supplier<Optional<IntakeSystem>> sender) {
        if (!(submission instanceof ObjectNode fields) || !fields.has(FIELD)) {
            return;
        }
        var envelope = fields.path(FIELD);
        fields.remove(FIELD);
        if (!envelope.isString()) {
            throw new Refused("INVALID_FIELD", "/contacts: must be a string");
        }
        var system = sender.get()
                .orElseThrow(() -> new Refused("UNKNOWN_SYSTEM", "ce_source: no system that may send contacts"));
        var enclosed = enclosed(content(envelope.asString(), system));
        if (!isSame(fields, "reference", enclosed.reference()) || !isSame(fields, "command", enclosed.command())) {
            throw new Refused("CONTACTS_OF_ANOTHER", "/contacts: reference and command must be the submission's");
        }
        if (!system.commands().contains(enclosed.command())) {
            throw new Refused("COMMAND_NOT_ALLOWED", "/command: the system does not speak for it");
        }
        fields.set("parties", enclosed.parties());
    }

    private byte[] content(String envelope, IntakeSystem sender) {
        return switch (envelopes.open(envelope, sender)) {
            case Opening.Content(var bytes) -> bytes;
            case Opening.UnknownKey _ ->
                throw new Refused(
                        "UNKNOWN_KEY", "/contacts: kid must be of a published key, and its day not long past");
            case Opening.NotDecryptable _ ->
                throw new Refused(
                        "NOT_DECRYPTABLE",
                        "/contacts: must be a compact JWE, ECDH-ES+A256KW with A256GCM, cty JWT or JOSE, no zip, no crit");
            case Opening.BadSignature _ ->
                throw new Refused(
                        "BAD_SIGNATURE",
                        "/contacts: must hold a compact JWS of the system's, ES256, EdDSA, RS256 or PS256, no crit");
        };
    }

    private Enclosed enclosed(byte[] content) {
        try {
            return json.read(content, Enclosed.class);
        } catch (ProblemException e) {
            throw refused(e, "/contacts");
        }
    }

    /** Fields and rules only. A field nobody knows may have any name, even a person's. */
    static Refused refused(ProblemException e, String in) {
        if (e.slug().equals("malformed-json")) {
            return new Refused("MALFORMED_JSON", in + (in.isEmpty() ? "T" : ": t") + "he value is not JSON");
        }
        return new Refused(
                "INVALID_FIELD",
                e.violations().stream()
                        .map(broken -> place(in + broken.field()) + ": " + broken.rule())
                        .collect(Collectors.joining("; ")));
    }

    private static String place(String pointer) {
        return PLACE.matcher(pointer).matches() ? pointer : "(an unknown field)";
    }

    private static boolean isSame(ObjectNode fields, String name, String expected) {
        return fields.path(name).isString() && fields.path(name).asString().equals(expected);
    }
}
