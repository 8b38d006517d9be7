package org.parley.referral.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.referral.keys.TestKeys;
import org.parley.referral.places.Address;
import tools.jackson.databind.json.JsonMapper;

class VaultTest {

    private static final UUID ONE = UUID.fromString("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04");
    private static final UUID OTHER = UUID.fromString("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a05");
    private static final Party PARTY =
            new Party("Canary Name", "212 555 0100", null, "en", null, new Consent(true, "MEDIATION", null));

    private final Vault vault = new Vault(TestKeys.fresh(), JsonMapper.shared());

    @Test
    void opensWhatItSealed() {
        var incident = new Incident(new Address("1 Canary Street", null, "11208"), "2026-075-1");
        var sealed = List.of(vault.seal(ONE, incident), vault.seal(ONE, 0, PARTY));
        assertThat(vault.incident(ONE, sealed)).contains(incident);
        assertThat(vault.parties(ONE, sealed)).containsExactly(PARTY);
    }

    @Test
    void showsNothingOfAPerson() {
        var sealed = vault.seal(ONE, 0, PARTY);
        assertThat(new String(sealed.content().getData(), UTF_8)).doesNotContain("Canary");
        assertThat(sealed.toString()).isEqualTo("Sealed[party-0]");
        assertThat(PARTY.toString()).doesNotContain("Canary");
        assertThat(sealed.content().getType()).as("some stores take no other").isZero();
    }

    @Test
    void opensNothingThatWasMovedToAnotherReferralOrPlace() {
        var sealed = vault.seal(ONE, 0, PARTY);
        assertThatThrownBy(() -> vault.parties(OTHER, List.of(sealed))).isInstanceOf(IllegalStateException.class);
        var moved = new Sealed("party-1", sealed.key(), sealed.content());
        assertThatThrownBy(() -> vault.parties(ONE, List.of(moved))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forgetsAPersonWhoseKeyIsGone() {
        var first = vault.seal(ONE, 0, PARTY);
        var second = vault.seal(ONE, 1, PARTY);
        var shredded = List.of(new Sealed(first.what(), null, first.content()), second);
        assertThat(vault.parties(ONE, shredded)).hasSize(1);
    }
}
