package org.parley.referral.delivery;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses a center's endpoint may have: those of the public internet. Anything else would let a registered URL
 * reach into the network this service runs in.
 */
final class PublicAddresses {

    /** @param prefix the first {@code bits} bits of an address of so many bytes */
    private record Range(int bytes, int bits, BigInteger prefix) {

        static Range of(String range) {
            var slash = range.indexOf('/');
            var bits = Integer.parseInt(range, slash + 1, range.length(), 10);
            var address = InetAddress.ofLiteral(range.substring(0, slash)).getAddress();
            return new Range(address.length, bits, first(bits, address));
        }

        boolean has(byte[] address) {
            return address.length == bytes && first(bits, address).equals(prefix);
        }

        private static BigInteger first(int bits, byte[] address) {
            return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
        }
    }

    /** Of IPv6 only global unicast is public: mapped, NAT64, local and `::a.b.c.d` addresses lie outside of it. */
    private static final Range GLOBAL = Range.of("2000::/3");

    private static final List<Range> SPECIAL = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .stream()
            .map(Range::of)
            .toList();

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        var bytes = address.getAddress();
        return (bytes.length == 4 || GLOBAL.has(bytes)) && SPECIAL.stream().noneMatch(range -> range.has(bytes));
    }
}
