package org.parley.faults.check;

import java.util.List;
import java.util.Map;
import org.parley.faults.history.Asked;

/** What a referral is about, and what its precinct puts right in it. */
final class Amendments {

    /** As events tell it → as it is asked for. */
    private static final Map<String, String> FIELDS = Map.of(
            "type", "type",
            "urgency", "urgency",
            "language", "language",
            "occurredAt", "occurredAt",
            "officer", "officer",
            "placeId", "address");

    private Amendments() {}

    /** The step shows what was to be put right. Which address a place is nobody outside can tell. */
    static boolean isIn(Asked asked, Step step) {
        return FIELDS.entrySet().stream()
                .filter(field -> Json.isThere(asked.body().path(field.getValue())))
                .allMatch(field -> field.getKey().equals("placeId")
                        ? step.shows("placeId")
                        : Json.same(
                                asked.body().path(field.getValue()),
                                step.referral().path(field.getKey())));
    }

    /** Nothing changed that was not to be put right. */
    static boolean isNoMore(Asked asked, Step before, Step step) {
        return changed(before, step).stream()
                .allMatch(field -> Json.isThere(asked.body().path(FIELDS.getOrDefault(field, ""))));
    }

    static List<String> changed(Step before, Step step) {
        return FIELDS.keySet().stream()
                .filter(field -> !Json.same(field, before.referral(), step.referral()))
                .toList();
    }
}
