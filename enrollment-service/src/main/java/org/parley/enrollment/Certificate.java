package org.parley.enrollment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An officer's certificate. It counts from the day it is issued on to the day it is valid until, both included. */
public record Certificate(
        UUID officer,
        String command,
        String borough,
        UUID training,
        String cohort,
        LocalDate issuedOn,
        LocalDate validUntil) {

    /** What anybody may learn of a certificate. */
    public enum Status {
        VALID,
        EXPIRED
    }

    public Status on(LocalDate day) {
        return day.isAfter(validUntil) ? Status.EXPIRED : Status.VALID;
    }

    /** What the world learns when a certificate was issued: the whole of it. */
    record Issued(Actor actor, @Nullable String reason, State certificate) {

        static final String TYPE = "org.parley.certificate.issued.v1";

        record State(UUID id, @JsonUnwrapped Certificate certificate) {}

        static Issued of(UUID id, Certificate certificate) {
            return new Issued(Actor.SYSTEM, null, new State(id, certificate));
        }
    }
}
