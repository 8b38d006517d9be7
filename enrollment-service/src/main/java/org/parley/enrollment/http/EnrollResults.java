package org.parley.enrollment.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.SeatRequest;
import org.parley.enrollment.Training;
import org.parley.enrollment.WaitsFor;

/** What became of each request, in its order. */
record EnrollResults(List<Result> results) {

    /** Where the officer stands now, or why there is no place; both for who can't come back. */
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
        var waiting = training.waiting();
        var roster = training.roster().stream().collect(Collectors.toMap(Enrollment::officer, Function.identity()));
        return new EnrollResults(requests.stream()
                .map(request -> Optional.ofNullable(roster.get(request.officer()))
                        .map(it -> result(request, it, waiting.of(it)))
                        .orElseGet(() -> new Result(request.officer(), null, null, null, why)))
                .toList());
    }

    /** Only a seat elsewhere keeps who has left from coming back. */
    private static Result result(SeatRequest request, Enrollment stands, @Nullable WaitsFor waitsFor) {
        var problem = request.again() && stands.hasLeft() ? "seat-elsewhere" : null;
        return new Result(stands.officer(), stands.id(), stands.state(), waitsFor, problem);
    }
}
