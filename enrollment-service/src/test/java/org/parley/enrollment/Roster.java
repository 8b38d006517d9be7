package org.parley.enrollment;

import java.util.List;
import java.util.UUID;
import org.parley.enrollment.Person.Answer;

/** How officers stand, read off answers. */
final class Roster {

    private Roster() {}

    /** What each request was answered with, in their order. */
    static List<String> results(Answer enrolled) {
        return enrolled.body()
                .at("/results")
                .valueStream()
                .map(result -> result.has("state")
                        ? result.at("/state").asString()
                        : result.at("/problem").asString())
                .toList();
    }

    /** Where an officer stands; empty when not on the roster. */
    static String state(Person reader, UUID training, UUID officer) {
        return text(reader, training, officer, "/state");
    }

    static String text(Person reader, UUID training, UUID officer, String field) {
        return reader.readsRoster(training)
                .body()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/officer").asString().equals(officer.toString()))
                .map(item -> item.at(field).asString())
                .findFirst()
                .orElse("");
    }

    static List<UUID> enrolled(Person reader, UUID training) {
        return reader.readsRoster(training)
                .body()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/state").asString().equals("ENROLLED"))
                .map(item -> UUID.fromString(item.at("/officer").asString()))
                .toList();
    }
}
