package org.parley.session.ui;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.session.DisputeType;
import org.parley.session.MicroInterventionOutcome;
import org.parley.session.MicroInterventionReport;
import org.parley.session.Technique;

/** A micro-intervention as the page sends it: the API's body, with every field. */
record PhoneLog(
        @NotNull UUID officer,
        @NotNull String command,
        @NotNull DisputeType type,
        @NotNull Instant occurredAt,
        @NotNull @Size(max = 50) List<@NotNull Technique> techniques,
        @NotNull MicroInterventionOutcome outcome,
        @NotNull Boolean arrestWasLikely,
        @NotNull Boolean arrestMade) {

    MicroInterventionReport toReport() {
        return new MicroInterventionReport(
                officer, command, type, occurredAt, techniques, outcome, arrestWasLikely, arrestMade);
    }
}
