package org.parley.casework.calls;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the services are. */
public final class Doors implements AutoCloseable {

    private final URI issuer;
    private final Map<House, URI> houses;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    public Doors(URI issuer, Map<House, URI> houses) {
        this.issuer = issuer;
        this.houses = Map.copyOf(houses);
    }

    /** @param id of a client of the issuer; its secret is the same word, as the local issuer has it */
    public Client as(String id) {
        return clients.computeIfAbsent(id, _ -> new Client(http, new Token(http, issuer, id), houses));
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
