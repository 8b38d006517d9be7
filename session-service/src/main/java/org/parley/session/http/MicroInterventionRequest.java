package org.parley.session.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.DisputeType;
import org.parley.session.MicroInterventionOutcome;
import org.parley.session.MicroInterventionReport;
import org.parley.session.Technique;

/** The body of a micro-intervention's log. */
record MicroInterventionRequest(
        @NotNull UUID officer,
        @NotNull String command,
        @NotNull DisputeType type,
        @NotNull Instant occurredAt,
        @Nullable @Size(max = 50) List<@NotNull Technique> techniques,
        @NotNull MicroInterventionOutcome outcome,
        @NotNull Boolean arrestWasLikely,
        @NotNull Boolean arrestMade) {

    MicroInterventionReport toReport() {
        return new MicroInterventionReport(
                officer,
                command,
                type,
                occurredAt,
                Objects.requireNonNullElse(techniques, List.of()),
                outcome,
                arrestWasLikely,
                arrestMade);
    }
}
