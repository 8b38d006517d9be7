package org.parley.casework.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields with their values; what is missing is the same as empty. */
final class Sheet {

    private final Map<String, String> values = new LinkedHashMap<>();

    Sheet with(String field, @Nullable Object value) {
        values.put(field, value == null ? "" : value.toString());
        return this;
    }

    /** Takes over fields of a view as they are. */
    Sheet with(JsonNode view, String... fields) {
        for (var field : fields) {
            with(field, view.path(field).asString(""));
        }
        return this;
    }

    List<Difference> differences(String about, String where, Sheet platform) {
        var fields = new LinkedHashSet<>(values.keySet());
        fields.addAll(platform.values.keySet());
        var found = new ArrayList<Difference>();
        for (var field : fields) {
            var own = values.getOrDefault(field, "");
            var other = platform.values.getOrDefault(field, "");
            if (!own.equals(other)) {
                found.add(new Difference(about, where, field, own, other));
            }
        }
        return found;
    }
}
