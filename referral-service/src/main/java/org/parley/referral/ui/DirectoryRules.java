package org.parley.referral.ui;

import static java.util.Map.entry;

import jakarta.validation.Validator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.referral.audience.CenterEntry;
import org.parley.referral.routing.Center;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.Violation;
import org.springframework.stereotype.Component;

/** The API's rules for a center, and what they say to people: each beside its field. */
@Component
class DirectoryRules {

    private static final Map<String, String> SAID = Map.ofEntries(
            entry("name", "Enter a name of at most 120 characters."),
            entry("boroughs", "Choose at least one borough."),
            entry("commands", "Choose from these commands."),
            entry("types", "Choose from these disputes."),
            entry("languages", "Choose from these languages."),
            entry("weeklyCapacity", "Enter a number from 1 to 1000, or nothing."),
            entry("hours", "Enter the hours of one day at least."),
            entry("zone", "Enter a time zone, such as America/New_York."),
            entry("closed", "Enter at most 366 days."),
            entry("phone", "Enter at most 40 characters."),
            entry("email", "Enter an address such as office@center.example."),
            entry("website", "Enter an address that begins with https:// or http://."));

    private final Validator validator;
    private final RoutingWords words;

    DirectoryRules(Validator validator, RoutingWords words) {
        this.validator = validator;
        this.words = words;
    }

    /** The center that was entered; empty where {@code wrong} says what is the matter with it, by field. */
    Optional<Center> center(String id, DirectoryForm form, Map<String, String> wrong) {
        var unreadable = new TreeMap<String, String>();
        var entry = form.entry(unreadable);
        validator.validate(entry).forEach(broken -> {
            var field = field(broken.getPropertyPath().toString());
            wrong.put(field, Objects.requireNonNullElse(SAID.get(field), broken.getMessage()));
        });
        wrong.putAll(unreadable);
        return wrong.isEmpty() ? center(id, entry, wrong) : Optional.empty();
    }

    private Optional<Center> center(String id, CenterEntry entry, Map<String, String> wrong) {
        try {
            return Optional.of(entry.center(id));
        } catch (ProblemException e) {
            e.violations().forEach(broken -> said(broken, entry, wrong));
            return Optional.empty();
        }
    }

    private void said(Violation broken, CenterEntry entry, Map<String, String> wrong) {
        var pointer = broken.field().split("/", -1);
        switch (pointer[1]) {
            case "hours" ->
                wrong.put(
                        entry.hours().get(Integer.parseInt(pointer[2])).day().name(),
                        "It has to close an hour after it opens, or later.");
            case "commands" ->
                wrong.merge("commands", words.named(broken.rule()) + ".", (one, more) -> one + " " + more);
            default -> wrong.put(pointer[1], Objects.requireNonNullElse(SAID.get(pointer[1]), broken.rule()));
        }
    }

    /** Of `contact.email` the field is `email`, of `boroughs[].<iterable element>` it is `boroughs`. */
    private static String field(String path) {
        var ofContact = path.startsWith("contact.") ? path.substring("contact.".length()) : path;
        return ofContact.replaceFirst("[\\[.].*", "");
    }
}
