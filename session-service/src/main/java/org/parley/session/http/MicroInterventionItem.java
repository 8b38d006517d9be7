package org.parley.session.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.DisputeType;
import org.parley.session.MicroInterventionManagement;
import org.parley.session.MicroInterventionOutcome;
import org.parley.session.Technique;

/** A micro-intervention's log among others: what its request has, and the id. */
record MicroInterventionItem(
        @NotNull UUID id,
        @NotNull UUID officer,
        @NotNull String command,
        @NotNull DisputeType type,
        @NotNull Instant occurredAt,
        @Nullable @Size(max = 50) List<@NotNull Technique> techniques,
        @NotNull MicroInterventionOutcome outcome,
        @NotNull Boolean arrestWasLikely,
        @NotNull Boolean arrestMade) {

    MicroInterventionManagement.Entry toEntry() {
        var request = new MicroInterventionRequest(
                officer, command, type, occurredAt, techniques, outcome, arrestWasLikely, arrestMade);
        return new MicroInterventionManagement.Entry(id, request.toReport());
    }
}
