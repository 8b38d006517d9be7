package org.parley.referral.ui;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.ContactVia;
import org.parley.referral.Screening;
import org.parley.referral.Submission;
import org.parley.referral.Urgency;
import org.parley.referral.codes.Listed;
import org.parley.referral.places.Address;

/**
 * A dispute that nothing rules out, as an officer enters it. Its rules are those of a {@link Submission}, in words for
 * people.
 *
 * @param form the form's own number: sent twice, it is one referral
 * @param at when it happened, a day and a time in New York
 * @param parties empty where the center is to get in touch through the precinct
 */
record ReferralForm(
        @Nullable String form,
        @Nullable String at,
        @Nullable String command,
        @Nullable String type,
        @Nullable String line,
        @Nullable String zip,
        @Nullable String incidentNumber,
        @Nullable String language,
        @Nullable Boolean urgent,
        @Nullable List<@Nullable PartyForm> parties) {

    /** Of one that has come here: nothing of it applies. */
    static final Screening NOTHING_APPLIES = new Screening(false, false, false, false, false);

    /** Whatever was entered for the party of this place on the page. */
    public PartyForm party(int place) {
        var entered = parties != null && place < parties.size() ? parties.get(place) : null;
        return Objects.requireNonNullElse(entered, PartyForm.EMPTY);
    }

    @SuppressWarnings("NullAway") // checked by validation
    Submission submission(@Nullable UUID officer, Screening screening) {
        var people = filled().mapToObj(place -> party(place).party()).toList();
        return new Submission(
                null,
                Fields.given(command),
                officer,
                Fields.given(type),
                PageTimes.moment(at).orElse(null),
                address(),
                Fields.given(incidentNumber),
                Boolean.TRUE.equals(urgent) ? Urgency.URGENT : Urgency.ROUTINE,
                Fields.given(language),
                people.isEmpty() ? ContactVia.PRECINCT : ContactVia.PARTIES,
                screening,
                people);
    }

    private @Nullable Address address() {
        var street = Fields.given(line);
        var area = Fields.given(zip);
        return street == null && area == null ? null : new Address(street, null, area);
    }

    private IntStream filled() {
        return parties == null
                ? IntStream.empty()
                : IntStream.range(0, parties.size())
                        .filter(place -> !party(place).isEmpty());
    }

    /** What is wrong with it, in words, by field of the page; empty when nothing is. */
    Map<String, String> mistakes(Submission submission, Validator validator) {
        var wrong = new TreeMap<String, String>();
        for (var violation : validator.validate(submission)) {
            wrong.put(field(violation), words(violation));
        }
        return wrong;
    }

    /** Places on the page that were left empty are none in the submission. */
    private String field(ConstraintViolation<Submission> violation) {
        var path = violation.getPropertyPath().toString();
        if (path.startsWith("parties[")) {
            var end = path.indexOf(']');
            var number = Integer.parseInt(path.substring("parties[".length(), end));
            return "parties[" + filled().toArray()[number] + path.substring(end);
        }
        return path.equals("occurredAt") ? "at" : leaf(violation);
    }

    private static String leaf(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String words(ConstraintViolation<?> violation) {
        var rule = violation.getConstraintDescriptor().getAnnotation();
        var field = leaf(violation);
        if (rule instanceof Size size
                && Optional.ofNullable(violation.getInvalidValue()).isPresent()) {
            return String.format(Locale.US, "This is too long: %d at most.", size.max());
        }
        var missing = rule instanceof NotNull;
        return switch (field) {
            case "command" ->
                missing || rule instanceof Listed
                        ? "Choose your command."
                        : "Your command was not there on that day. Check the date.";
            case "type" -> "Choose what it is about.";
            case "occurredAt" ->
                missing ? "Enter the day and the time it happened." : "This is still to come. Enter when it happened.";
            case "language" -> "Choose a language of the list.";
            case "name" -> "Enter the name, or leave this person out.";
            case "phone" -> "Nobody can dial this. Enter all digits, with + and the country unless it is a US number.";
            case "email" -> "This is no e-mail address.";
            default -> "This can't be taken as it is.";
        };
    }

    /** Never the content: a log line is no place for it. */
    @Override
    public String toString() {
        return "ReferralForm";
    }
}
