package org.parley.enrollment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.SeatRequest;

/** Seats for one or many officers. */
record EnrollRequest(@NotEmpty @Size(max = 500) List<@NotNull @Valid Seat> requests) {

    record Seat(
            @NotNull UUID officer,
            @NotNull String command,
            @Nullable Boolean nco,
            @Nullable Boolean again) {}

    List<SeatRequest> toRequests() {
        return requests.stream()
                .map(it -> new SeatRequest(it.officer(), it.command(), isTrue(it.nco()), isTrue(it.again())))
                .toList();
    }

    private static boolean isTrue(@Nullable Boolean given) {
        return Objects.requireNonNullElse(given, Boolean.FALSE);
    }
}
