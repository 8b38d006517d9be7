package org.parley.enrollment.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.SeatRequest;
import org.parley.enrollment.Training;
import org.parley.enrollment.WaitsFor;

/** What became of each request, in its order. */
record EnrollResults(List<Result> results) {

    /** Either where the officer stands now, or why there is no place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            UUID officer,
            @Nullable UUID enrollment,
            @Nullable EnrollmentState state,
            @Nullable WaitsFor waitsFor,
            @Nullable String problem) {}

    static EnrollResults from(List<SeatRequest> requests, Training training) {
        // who is not on it had a seat elsewhere, unless there was no room
        var why = training.isRosterFull() ? "roster-full" : "seat-elsewhere";
        return new EnrollResults(requests.stream()
                .map(request -> training.of(request.officer())
                        .map(it -> new Result(it.officer(), it.id(), it.state(), training.waitsFor(it), null))
                        .orElseGet(() -> new Result(request.officer(), null, null, null, why)))
                .toList());
    }
}
