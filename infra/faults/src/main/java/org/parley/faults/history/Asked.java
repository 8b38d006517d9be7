package org.parley.faults.history;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One deed of one client, with all its attempts. One line of {@code history.jsonl}.
 *
 * @param id unique in the run
 * @param client a test client of the local issuer, as {@code precinct-075} or {@code center-nypi}
 * @param subject see {@link Deed}
 * @param body what was sent, as sent
 * @param began before the first attempt
 * @param ended after the last
 * @param attempts how often it was sent
 * @param status of the last answer; 0 when there was none
 * @param answer the body of the last answer; a missing node when there was none
 */
public record Asked(
        String id,
        String client,
        Deed deed,
        String subject,
        JsonNode body,
        Instant began,
        Instant ended,
        int attempts,
        Told told,
        int status,
        JsonNode answer) {}
