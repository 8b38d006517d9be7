package org.parley.referral.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which URLs may be an endpoint. Told early for the registrant's sake; what protects is the check at each connection. */
@Component
class TargetRule {

    /** Where it ends in a number it is an address (WHATWG URL), and then it must be one as everybody writes it. */
    private static final Pattern NUMBER = Pattern.compile("(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    private static final Pattern ADDRESS = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    /** Never anything but this machine (RFC 6761), whatever a name server says. */
    private static final Pattern THIS_MACHINE = Pattern.compile("(?i)(.*\\.)?localhost\\.?");

    private final boolean allowPrivate;

    TargetRule(WebhookSettings settings) {
        this.allowPrivate = settings.allowPrivate();
    }

    Optional<URI> check(String text) {
        try {
            var url = new URI(text);
            var scheme = url.getScheme();
            var http = "https".equals(scheme) || (allowPrivate && "http".equals(scheme));
            var plain = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
            return http && plain && isProper(url.getHost()) && mayBePublic(url.getHost())
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Not one of the spellings that are one address here and another, or a name, there. */
    private static boolean isProper(String host) {
        return host.indexOf('%') < 0
                && (!NUMBER.matcher(host).matches() || ADDRESS.matcher(host).matches());
    }

    private boolean mayBePublic(String host) {
        if (!allowPrivate && THIS_MACHINE.matcher(host).matches()) {
            return false;
        }
        try {
            return allowPrivate || Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddresses::contain);
        } catch (UnknownHostException e) {
            return true; // it may come to exist
        }
    }
}
