package org.parley.enrollment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who was there on a day, as it was taken. */
record DayList(List<Attendee> attended) {

    List<Breach> breaches(TrainingDay day, Set<UUID> enrolled) {
        var breaches = new Breaches();
        var seen = new HashSet<UUID>();
        for (var i = 0; i < attended.size(); i++) {
            var officer = attended.get(i).officer();
            var hours = attended.get(i).hours();
            breaches.unless(
                    enrolled.contains(officer), "/attended/" + i + "/officer", "must be enrolled in this training");
            breaches.unless(seen.add(officer), "/attended/" + i + "/officer", "must be named once");
            breaches.unless(hours > 0 && hours <= day.hours(), "/attended/" + i + "/hours", day.hoursRule());
        }
        return breaches.found();
    }

    /** Instead of what stood for that day before; a day made up elsewhere is left to who isn't named. */
    UnaryOperator<Enrollment> recording(int number, LocalDate date) {
        var hours = attended.stream().collect(Collectors.toMap(Attendee::officer, Attendee::hours));
        return enrollment -> recorded(enrollment, hours.get(enrollment.officer()), number, date);
    }

    private static Enrollment recorded(Enrollment enrollment, @Nullable Double hours, int number, LocalDate date) {
        var isMadeUp =
                enrollment.day(number).filter(day -> day.madeUpIn() != null).isPresent();
        return hours == null && isMadeUp
                ? enrollment
                : enrollment.attended(new AttendedDay(number, date, hours == null ? 0 : hours, null));
    }
}
