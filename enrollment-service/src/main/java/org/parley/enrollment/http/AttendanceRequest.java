package org.parley.enrollment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.parley.enrollment.Attendee;

/** Who was there on a day: the whole list, in place of the one before. */
record AttendanceRequest(@NotNull @Size(max = 1000) List<@NotNull @Valid Present> attended) {

    record Present(@NotNull UUID officer, @NotNull Double hours) {}

    List<Attendee> toAttendees() {
        return attended.stream()
                .map(it -> new Attendee(it.officer(), it.hours()))
                .toList();
    }
}
