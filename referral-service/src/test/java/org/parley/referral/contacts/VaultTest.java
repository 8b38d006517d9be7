package org.parley.referral.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.referral.keys.TestKeys;
import org.parley.referral.places.Address;
import org.parley.testing.ParleyTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

@ParleyTest
class VaultTest {

    private static final UUID ONE = UUID.fromString("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04");
    private static final UUID OTHER = UUID.fromString("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a05");
    private static final Party PARTY = party("Canary Name", "+12125550100");
    private static final Incident INCIDENT = new Incident(new Address("1 Canary Street", null, "11208"), "2026-075-1");

    private final Vault vault;
    private final Keyrings rings;

    @Autowired
    VaultTest(MongoTemplate mongo) {
        this.rings = new Keyrings(mongo);
        this.vault = new Vault(TestKeys.fresh(), JsonMapper.shared(), rings);
    }

    private static Party party(String name, String phone) {
        return new Party(name, phone, null, "en", null, new Consent(true, "MEDIATION", null));
    }

    private List<Sealed> sealed() {
        var file = vault.seal(ONE, INCIDENT, Map.of(0, PARTY, 2, party("Canary Two", "+12125550102")));
        vault.storeKeys(file.ring().stream().toList());
        return file.sealed();
    }

    @Test
    void opensWhatItSealed() {
        var opened = vault.open(ONE, sealed());
        assertThat(opened.incident()).contains(INCIDENT);
        assertThat(opened.parties()).containsOnlyKeys(0, 2).containsEntry(0, PARTY);
    }

    @Test
    void showsNothingOfAPerson() {
        var sealed = sealed().get(1);
        assertThat(new String(sealed.content().getData(), UTF_8)).doesNotContain("Canary");
        assertThat(sealed.toString()).isEqualTo("Sealed[party-0]");
        assertThat(PARTY.toString()).doesNotContain("Canary");
        assertThat(sealed.content().getType()).as("some stores take no other").isZero();
    }

    @Test
    void opensNothingThatWasMovedToAnotherReferralOrPlace() {
        var sealed = sealed();
        assertThatThrownBy(() -> vault.open(OTHER, sealed)).isInstanceOf(IllegalStateException.class);
        var first = sealed.get(1);
        var other = sealed.get(2);
        var moved = List.of(new Sealed(other.what(), first.ring(), null, first.content()));
        assertThatThrownBy(() -> vault.open(ONE, moved)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void knowsNothingOfAPersonWhoseKeyIsGone() {
        var sealed = sealed();
        var ring = List.of(String.valueOf(sealed.getFirst().ring()));
        rings.keepOnly(List.of(sealed.get(0), sealed.get(2)), ring);
        assertThat(vault.open(ONE, sealed).parties()).containsOnlyKeys(2);
        assertThat(vault.open(ONE, sealed).incident()).isPresent();
        rings.keepOnly(List.of(), ring);
        assertThat(vault.open(ONE, sealed)).isEqualTo(Opened.NOTHING);
    }

    @Test
    void opensWhatWasSealedWithItsKeyBesideIt() {
        var file = vault.seal(ONE, null, Map.of(0, PARTY));
        var key = file.ring().orElseThrow().keys().get("party-0");
        var old = new Sealed("party-0", null, key, file.sealed().getFirst().content());
        assertThat(vault.open(ONE, List.of(old)).parties()).containsEntry(0, PARTY);
    }

    @ParameterizedTest
    @CsvSource({
        "212 555 0100, +12125550100",
        "(212) 555-0100, +12125550100",
        "+1 212 555 0100, +12125550100",
        "212-555-0100 ext. 7, +12125550100;ext=7",
        "+49 30 123456, +4930123456"
    })
    void keepsANumberAsItIsDialled(String written, String kept) {
        assertThat(party("Canary", written).normalised().phone()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "", "555", "+999 12345678901234567890"})
    void knowsWhatCantBeDialled(String written) {
        assertThat(Phone.Rule.normalised(written)).isEmpty();
    }
}
