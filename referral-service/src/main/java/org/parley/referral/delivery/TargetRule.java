package org.parley.referral.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which URLs may be an endpoint. Told early for the registrant's sake; what protects is the check at each connection. */
@Component
class TargetRule {

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
            return http && plain && mayBePublic(url.getHost()) ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean mayBePublic(String host) {
        try {
            return allowPrivate || Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddresses::contain);
        } catch (UnknownHostException e) {
            return true; // it may come to exist
        }
    }
}
