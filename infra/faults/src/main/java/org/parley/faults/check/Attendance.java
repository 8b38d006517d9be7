package org.parley.faults.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Told;

/**
 * What can be known of one training's attendance. Each list replaces that day's list, so the last one counts; where
 * lists overlapped in time, or one has no answer, there are several that may have been the last.
 */
final class Attendance {

    /** What may stand for one day: the hours by officer, in each list that may have been the last. */
    private final Map<String, List<Map<String, BigDecimal>>> days = new HashMap<>();

    Attendance(Run run, String training) {
        var lists = new HashMap<String, List<Asked>>();
        run.deeds()
                .possible(Deed.RECORD_ATTENDANCE, training)
                .forEach(asked -> lists.computeIfAbsent(Json.text(asked.body(), "date"), _ -> new ArrayList<>())
                        .add(asked));
        lists.forEach((day, ofIt) -> days.put(day, candidates(ofIt)));
    }

    /** Whether the officer was there on the day; empty where that can't be known. */
    Optional<Boolean> wasThere(String day, String officer) {
        var answers = new HashSet<Boolean>();
        candidates(day).forEach(list -> answers.add(list.containsKey(officer)));
        return answers.size() == 1 ? Optional.of(answers.iterator().next()) : Optional.empty();
    }

    /** For how long; empty where that can't be known. */
    Optional<BigDecimal> hours(String day, String officer) {
        Set<BigDecimal> answers = new HashSet<>();
        for (var list : candidates(day)) {
            answers.add(list.getOrDefault(officer, BigDecimal.ZERO).stripTrailingZeros());
        }
        return answers.size() == 1 ? Optional.of(answers.iterator().next()) : Optional.empty();
    }

    private List<Map<String, BigDecimal>> candidates(String day) {
        return days.getOrDefault(day, List.of(Map.of()));
    }

    private static List<Map<String, BigDecimal>> candidates(List<Asked> lists) {
        var candidates = new ArrayList<Map<String, BigDecimal>>();
        if (lists.stream().noneMatch(asked -> asked.told() == Told.DONE)) {
            candidates.add(Map.of());
        }
        lists.stream()
                .filter(asked -> lists.stream().noneMatch(other -> replaces(other, asked)))
                .forEach(asked -> candidates.add(list(asked)));
        return candidates;
    }

    /** An attempt without an answer may be carried out later than anything that was asked after it. */
    private static boolean replaces(Asked later, Asked earlier) {
        var isOver = earlier.told() == Told.DONE && earlier.attempts() == 1;
        return later.told() == Told.DONE && isOver && later.began().isAfter(earlier.ended());
    }

    private static Map<String, BigDecimal> list(Asked asked) {
        var list = new HashMap<String, BigDecimal>();
        Json.items(asked.body(), "attended")
                .forEach(one ->
                        list.put(Json.text(one, "officer"), one.path("hours").asDecimal(BigDecimal.ZERO)));
        return list;
    }
}
