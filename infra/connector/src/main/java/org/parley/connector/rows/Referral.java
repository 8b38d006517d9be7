package org.parley.connector.rows;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it goes out: the body of {@code POST /v1/referrals}, and the value of a record on the intake topic.
 * It names no party, so contact runs through the precinct.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Referral(
        String reference,
        String command,
        String type,
        Instant occurredAt,
        @Nullable Address address,
        String contactVia,
        Screening screening) {

    /** A referral whose parties are not known and for which nothing speaks against a mediation. */
    public static Referral ofUnknownParties(
            String reference, String command, String type, Instant occurredAt, @Nullable Address address) {
        return new Referral(reference, command, type, occurredAt, address, "PRECINCT", Screening.PASSED);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Address(
            String line, @Nullable String city, @Nullable String zip) {}

    public record Screening(
            boolean arrestMade,
            boolean violentFelonyOrDrugs,
            boolean weapon,
            boolean orderOfProtection,
            boolean intimatePartner) {

        static final Screening PASSED = new Screening(false, false, false, false, false);
    }
}
