package org.parley.session.lists;

import java.util.UUID;

/** What the lists are called. */
final class Names {

    static final String UNMATCHED = "unmatched";

    private Names() {}

    static String ofOfficer(UUID officer) {
        return "officer/" + officer;
    }

    static String ofCommand(String command) {
        return "command/" + command;
    }
}
