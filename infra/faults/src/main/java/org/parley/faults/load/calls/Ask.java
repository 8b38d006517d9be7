package org.parley.faults.load.calls;

import org.parley.faults.history.Deed;
import tools.jackson.databind.JsonNode;

/**
 * A deed as a client has it in mind; all its attempts ask the same.
 *
 * @param id unique in the run
 * @param subject see {@link Deed}
 * @param body as it is written down: with what stands in the path, where that belongs to the deed
 */
public record Ask(String id, String client, Deed deed, String subject, JsonNode body) {}
