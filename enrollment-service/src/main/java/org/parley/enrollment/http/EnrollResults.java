package org.parley.enrollment.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.SeatRequest;
import org.parley.enrollment.Training;

/** What became of each request, in its order. */
record EnrollResults(List<Result> results) {

    /** Either where the officer stands now, or why there is no place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            UUID officer,
            @Nullable UUID enrollment,
            @Nullable EnrollmentState state,
            @Nullable String problem) {}

    static EnrollResults from(List<SeatRequest> requests, Training training) {
        return new EnrollResults(requests.stream()
                .map(request -> training.of(request.officer())
                        .map(it -> new Result(it.officer(), it.id(), it.state(), null))
                        .orElseGet(() -> new Result(request.officer(), null, null, "roster-full")))
                .toList());
    }
}
