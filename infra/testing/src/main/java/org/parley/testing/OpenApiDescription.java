package org.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of an API as it is checked in beside the other contracts: nobody changes an API without seeing it. */
public final class OpenApiDescription {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private OpenApiDescription() {}

    /**
     * Fails when the service that runs describes itself otherwise. After a change that is meant: run the test with
     * {@code -Dparley.openapi.write=true} and look at what differs.
     */
    public static void isCheckedIn(String service, int port) throws IOException, InterruptedException {
        var checkedIn = Path.of("../infra/contracts/openapi").resolve(service + ".json");
        var told = told(port);
        if (Boolean.getBoolean("parley.openapi.write")) {
            Files.createDirectories(checkedIn.getParent());
            Files.writeString(checkedIn, JSON.writeValueAsString(told) + "\n");
        }
        assertThat(String.valueOf(told.get("openapi"))).startsWith("3.1");
        assertThat(JSON.writeValueAsString(told)).isEqualToIgnoringNewLines(Files.readString(checkedIn));
    }

    /** Without where the service is, which differs from run to run. */
    private static Map<String, Object> told(int port) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var body = http.send(request, BodyHandlers.ofString()).body();
            @SuppressWarnings("unchecked")
            Map<String, Object> all = JSON.readValue(body, TreeMap.class);
            all.remove("servers");
            return all;
        }
    }
}
