package org.parley.enrollment.ui;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.parley.enrollment.AttendedDay;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.HistoryEntry;

/**
 * An officer on the attendance form of one day.
 *
 * @param recorded hours; 0 for not there
 * @param corrections what was recorded before, and instead, the oldest first
 */
record AttendanceLine(UUID officer, String command, String recorded, boolean madeUp, List<String> corrections) {

    static AttendanceLine of(Enrollment enrollment, int number) {
        var there = enrollment.day(number);
        return new AttendanceLine(
                enrollment.officer(),
                enrollment.command(),
                Words.hours(there.map(AttendedDay::hours).orElse(0.0)),
                there.map(AttendedDay::madeUpIn).isPresent(),
                enrollment.history().stream()
                        .map(HistoryEntry::attendance)
                        .filter(Objects::nonNull)
                        .filter(it -> it.day() == number)
                        .map(it -> Words.hours(it.before()) + " h → " + Words.hours(it.after()) + " h")
                        .toList());
    }

    /** The name of its field. */
    public String field() {
        return "hours-" + officer;
    }

    public boolean there() {
        return !recorded.equals("0") && !madeUp;
    }
}
