package org.parley.enrollment.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Officers, one id a line.
 *
 * @param byLine the ids, by the number of their lines
 * @param mistakes in words, by the line
 */
record OfficerLines(Map<UUID, Integer> byLine, List<String> mistakes) {

    static final int MOST = 500;
    static final OfficerLines NONE = new OfficerLines(Map.of(), List.of());

    OfficerLines {
        byLine = Collections.unmodifiableMap(new LinkedHashMap<>(byLine));
        mistakes = List.copyOf(mistakes);
    }

    static OfficerLines of(String text) {
        var officers = new LinkedHashMap<UUID, Integer>();
        var mistakes = new ArrayList<String>();
        var lines = text.lines().toList();
        for (var place = 0; place < lines.size(); place++) {
            var line = lines.get(place).strip();
            var number = place + 1;
            if (line.isEmpty()) {
                continue;
            }
            var id = Entered.uuid(line);
            if (id.isEmpty()) {
                mistakes.add("Line " + number + " is not an officer's id.");
            } else if (officers.containsKey(id.get())) {
                mistakes.add("Line " + number + " is the same as line " + officers.get(id.get()) + ".");
            } else {
                officers.put(id.get(), number);
            }
        }
        if (officers.isEmpty() && mistakes.isEmpty()) {
            mistakes.add("Choose or enter one officer at least.");
        }
        return new OfficerLines(officers, mistakes);
    }
}
