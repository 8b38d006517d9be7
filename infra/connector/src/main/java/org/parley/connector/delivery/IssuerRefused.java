package org.parley.connector.delivery;

import java.io.IOException;

/** The issuer answers, and gives this client no token. */
public final class IssuerRefused extends IOException {

    IssuerRefused(String client, int status, String error) {
        super("the issuer gives the client %s no token: %d %s".formatted(client, status, error));
    }
}
