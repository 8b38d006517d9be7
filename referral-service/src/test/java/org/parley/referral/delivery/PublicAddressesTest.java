package org.parley.referral.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.1", "169.254.169.254", "172.16.0.1",
                "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9",
                "224.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1", "::10.0.0.1", "::ffff:10.0.0.1",
                "64:ff9b::a00:1", "64:ff9b:1::a00:1", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1",
                "2001:db8::1", "2001::1", "2002:a00:1::1", "3fff::1", "100::1"
            })
    void refuseWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "2a00:1450::1"})
    void allowWhatIs(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void areCheckedWhenConnecting() {
        var guarded = guarded(false);
        assertThatThrownBy(() -> guarded.resolve("127.0.0.1")).isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> guarded.resolve("localhost", 443)).isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> guarded.resolveCanonicalHostname("[::1]")).isInstanceOf(UnknownHostException.class);
        assertThatCode(() -> guarded(true).resolve("127.0.0.1")).doesNotThrowAnyException();
    }

    private static GuardedResolver guarded(boolean allowPrivate) {
        return new GuardedResolver(allowPrivate, InetAddress::getAllByName);
    }

    /** The name's owner may say one thing when it is checked and another when it is used. */
    @Test
    void areCheckedEachTime() throws UnknownHostException {
        var answers = new ArrayDeque<>(List.of("1.1.1.1", "127.0.0.1"));
        var guarded = new GuardedResolver(false, _ -> new InetAddress[] {InetAddress.ofLiteral(answers.removeFirst())});
        assertThat(guarded.resolve("rebinding.example")).hasSize(1);
        assertThatThrownBy(() -> guarded.resolve("rebinding.example")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void areAllThatANameHas() {
        var mixed = new GuardedResolver(
                false, _ -> new InetAddress[] {InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("::1")});
        assertThatThrownBy(() -> mixed.resolve("mixed.example", 443)).isInstanceOf(UnknownHostException.class);
    }
}
