package org.parley.referral.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** The service's API with one client's token. */
record Api(int port, String token) {

    private static final RestClient HTTP = RestClient.create();

    /** Without a token. */
    Reply open(String path) {
        return HTTP.get().uri("http://127.0.0.1:" + port + path).exchange((_, response) -> reply(response));
    }

    Reply get(String path) {
        return call(HttpMethod.GET, path, null, Map.of());
    }

    /** The whole list, page by page. */
    List<UUID> ids(String path) {
        return ids(path, () -> {});
    }

    /** @param between what happens after each page */
    List<UUID> ids(String path, Runnable between) {
        var all = new ArrayList<UUID>();
        var cursor = "";
        do {
            var page = get(path + cursor).is(200);
            page.each("items", "id").forEach(id -> all.add(UUID.fromString(id)));
            cursor = page.text("next").isEmpty() ? "" : "&cursor=" + page.text("next");
            between.run();
        } while (!cursor.isEmpty());
        return all;
    }

    Reply post(String path, String body) {
        return call(HttpMethod.POST, path, body, Map.of());
    }

    Reply call(HttpMethod method, String path, @Nullable String body, Map<String, String> headers) {
        var request = HTTP.method(method).uri("http://127.0.0.1:" + port + path).headers(all -> {
            all.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            headers.forEach(all::set);
        });
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchange((_, response) -> reply(response));
    }

    private static Reply reply(ClientHttpResponse response) throws IOException {
        var text = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Reply(
                response.getStatusCode().value(),
                JsonMapper.shared().readTree(text.isEmpty() ? "null" : text),
                response.getHeaders());
    }
}
