package org.parley.session.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.DisputeType;
import org.parley.session.NotHeldReason;
import org.parley.session.SessionKind;
import org.parley.session.SessionOutcome;
import org.parley.session.SessionReport;
import org.parley.session.Technique;

/** The body of a session's log. An unknown field is refused by the reader: there is no place for what was said. */
record SessionRequest(
        @NotNull SessionKind kind,
        @NotNull String command,
        @Nullable String center,
        @NotNull DisputeType type,
        @Nullable @Size(max = 50) List<@NotNull UUID> officers,
        @NotNull Integer facilitators,
        @NotNull Integer parties,
        @NotNull Instant startedAt,
        @NotNull Instant endedAt,
        @Nullable Integer sitting,
        @Nullable @Size(max = 50) List<@NotNull Technique> techniques,
        @NotNull SessionOutcome outcome,
        @Nullable NotHeldReason notHeldReason,
        @Nullable UUID referral) {

    /** A center need not say which one it is: its token does. */
    SessionReport toReport(@Nullable String ownCenter) {
        return new SessionReport(
                kind,
                command,
                center == null && kind == SessionKind.CENTER_LED ? ownCenter : center,
                type,
                Objects.requireNonNullElse(officers, List.of()),
                facilitators,
                parties,
                startedAt,
                endedAt,
                Objects.requireNonNullElse(sitting, 1),
                Objects.requireNonNullElse(techniques, List.of()),
                outcome,
                notHeldReason,
                referral);
    }
}
