package org.parley.faults.load.calls;

import tools.jackson.databind.JsonNode;

/** What became of sending something once. */
sealed interface Attempt {

    /** @param body a missing node when there was none */
    record Answered(int status, JsonNode body) implements Attempt {}

    /** The broker has it. */
    record Acknowledged() implements Attempt {}

    /** It was sent, and nobody said what became of it. */
    record Lost() implements Attempt {}

    /** It never left: nobody took the connection, or there was no token. */
    record Unsent() implements Attempt {}
}
