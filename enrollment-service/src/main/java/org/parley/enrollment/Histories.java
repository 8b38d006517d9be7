package org.parley.enrollment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a training adds to the histories of its enrollments, read off the states before and after: so nothing
 * is left out, whatever the change was.
 */
record Histories(Actor actor, Instant at) {

    Training recorded(Training before, Training after) {
        var was = before.roster().stream().collect(Collectors.toMap(Enrollment::id, it -> it));
        return after.recorded(now -> {
            var then = was.get(now.id());
            return now.equals(then) ? now : now.recorded(entries(then, now));
        });
    }

    private List<HistoryEntry> entries(@Nullable Enrollment was, Enrollment now) {
        var entries = new ArrayList<HistoryEntry>();
        for (var number = 1; number <= TrainingPlan.DAYS; number++) {
            var before = was == null ? null : was.day(number).orElse(null);
            var after = now.day(number).orElse(null);
            if (!Objects.equals(before, after)) {
                var madeUpIn = after == null ? null : after.madeUpIn();
                entries.add(entry(now, new HistoryEntry.Correction(number, hours(before), hours(after), madeUpIn)));
            }
        }
        if (was == null || was.state() != now.state() || !Objects.equals(was.movedTo(), now.movedTo())) {
            entries.add(entry(now, null));
        }
        return entries;
    }

    private HistoryEntry entry(Enrollment now, HistoryEntry.@Nullable Correction attendance) {
        UUID movedTo = attendance == null ? now.movedTo() : null;
        return new HistoryEntry(at, actor, now.state(), now.reason(), movedTo, attendance);
    }

    private static double hours(@Nullable AttendedDay day) {
        return day == null ? 0 : day.hours();
    }
}
