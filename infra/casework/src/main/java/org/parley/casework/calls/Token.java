package org.parley.casework.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.json.JsonMapper;

/** The token of one client, fetched when it is needed first and when it is no longer taken. */
final class Token {

    private final HttpClient http;
    private final URI issuer;
    private final String client;
    private final ReentrantLock lock = new ReentrantLock();
    private String current = "";

    Token(HttpClient http, URI issuer, String client) {
        this.http = http;
        this.issuer = issuer;
        this.client = client;
    }

    String current() throws IOException, InterruptedException {
        lock.lock();
        try {
            if (current.isEmpty()) {
                current = fetched();
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    void reject(String refused) {
        lock.lock();
        try {
            if (current.equals(refused)) {
                current = "";
            }
        } finally {
            lock.unlock();
        }
    }

    private String fetched() throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((client + ":" + client).getBytes(UTF_8));
        var response = http.send(
                HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() >= 500) {
            throw new IOException("the issuer answers " + response.statusCode());
        }
        if (response.statusCode() != 200) {
            throw new Unexpected(
                    "The issuer at " + issuer + " gives " + client + " no token: it answers " + response.statusCode());
        }
        return JsonMapper.shared()
                .readTree(response.body())
                .path("access_token")
                .asString("");
    }
}
