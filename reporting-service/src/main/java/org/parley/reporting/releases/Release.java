package org.parley.reporting.releases;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a release beside its figures.
 *
 * @param last the newest quarter in it, which gives it its name
 * @param cutAt events counted by then are in it
 * @param definitions version of each metric's definition
 * @param fewest smallest count shown, beside zero
 * @param content under which its figures stand in the store
 */
public record Release(
        Quarter first, Quarter last, Instant cutAt, Map<String, String> definitions, int fewest, String content) {

    public Release {
        definitions = Collections.unmodifiableMap(new TreeMap<>(definitions));
    }

    public String name() {
        return last.text();
    }

    /** Oldest first. */
    public List<Quarter> quarters() {
        return first.upTo(last);
    }
}
