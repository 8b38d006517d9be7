package org.parley.session.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.session.CertificateTerm;
import org.parley.session.KnownReferral;
import org.parley.starter.consume.Newer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the contracts, read into this service's own, smaller records. */
class ForeignContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void readsACertificate() {
        var issued = example("org.parley.certificate.issued.v1", CertificateIssued.class);
        assertThat(issued.toTerm(1))
                .isEqualTo(new CertificateTerm(
                        UUID.fromString("d3a86f3b-2a2b-5a63-9f63-4b8b7c0a1e03"),
                        1,
                        UUID.fromString("5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11"),
                        LocalDate.parse("2026-07-15"),
                        LocalDate.parse("2028-07-15")));
    }

    /** So it counts for a session on the day before, and for none from that day on. */
    @Test
    void takesARevokedCertificateForOneThatEndedTheDayBefore() {
        var revoked = example("org.parley.certificate.revoked.v1", CertificateIssued.class);
        assertThat(revoked.certificate().revokedOn()).isEqualTo("2027-03-01");
        assertThat(revoked.toTerm(2).validUntil()).isEqualTo("2027-02-28");
    }

    @Test
    void readsAReferralAndWhoHasIt() {
        var changed = example("org.parley.referral.accepted.v1", ReferralChanged.class);
        assertThat(changed.toNewer(3))
                .isEqualTo(new Newer<>(
                        "7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04",
                        3,
                        new KnownReferral("ACCEPTED", "PCT-075", "nypi", "NOISE")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submitted",
                "screened-out",
                "amended",
                "offered",
                "offer-expired",
                "accepted",
                "declined",
                "contacted",
                "scheduled",
                "put-on-hold",
                "released",
                "transferred",
                "overdue",
                "session-held",
                "session-voided",
                "consent-revoked",
                "contacts-shredded",
                "closed",
                "withdrawn",
                "entered-in-error"
            })
    void readsAnyEventOfAReferral(String happened) {
        var changed = example("org.parley.referral." + happened + ".v1", ReferralChanged.class);
        assertThat(changed.toNewer(1).state().command()).isEqualTo("PCT-075");
    }

    @Test
    void refusesWhatLacksItsSubstance() {
        assertThatThrownBy(() -> JSON.readValue("{\"certificate\":{}}", CertificateIssued.class))
                .isInstanceOf(DatabindException.class);
        assertThatThrownBy(() -> JSON.readValue("{}", ReferralChanged.class)).isInstanceOf(DatabindException.class);
    }

    private static <T> T example(String type, Class<T> as) {
        try (var in = ForeignContractTest.class.getResourceAsStream("/contracts/examples/" + type + ".json")) {
            return JSON.readValue(in, as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
