package org.parley.connector.delivery;

import java.net.URI;

/** Where the platform is, and as whom to speak to it. */
public record Platform(URI issuer, URI referrals, String client, String secret) {

    @Override
    public String toString() {
        return "Platform[%s, %s, %s]".formatted(issuer, referrals, client);
    }
}
