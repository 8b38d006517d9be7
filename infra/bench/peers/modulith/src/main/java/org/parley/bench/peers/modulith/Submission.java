package org.parley.bench.peers.modulith;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is posted: the same body that Parley takes. */
record Submission(
        String reference,
        String command,
        String officer,
        String type,
        Instant occurredAt,
        Address address,
        @Nullable String incidentNumber,
        String urgency,
        String language,
        String contactVia,
        Screening screening,
        List<Party> parties) {

    record Address(String line, String city, String zip) {}

    record Screening(
            boolean arrestMade,
            boolean violentFelonyOrDrugs,
            boolean weapon,
            boolean orderOfProtection,
            boolean intimatePartner) {}

    record Party(
            String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String language,
            @Nullable String needs,
            Consent consent) {}

    record Consent(boolean given, String purpose) {}
}
