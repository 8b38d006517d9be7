package org.parley.faults.load.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.parley.faults.history.Told;
import org.parley.processes.Service;
import tools.jackson.databind.json.JsonMapper;

/** Where centers want to be told. */
public final class Endpoints {

    private Endpoints() {}

    /** A secret of the form that Standard Webhooks ask for. */
    public static String secret(long seed, String center) {
        var bytes = "%s/%016x/as long as it should be".formatted(center, seed).getBytes(UTF_8);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /** Center → secret. */
    public static Map<String, String> secrets(long seed, Collection<String> centers) {
        return centers.stream().collect(Collectors.toMap(center -> center, center -> secret(seed, center)));
    }

    /** As the center itself does it. Only a service that runs with {@code PARLEY_WEBHOOKS_ALLOW_PRIVATE} takes http. */
    public static void register(Doors doors, String center, URI url, String secret) {
        var body = JsonMapper.shared().createObjectNode().put("url", url.toString());
        var request = Request.put(Service.REFERRAL, "/v1/centers/" + center + "/endpoint", body.put("secret", secret));
        var stage = new Stage();
        try (var http = new Http(doors, Patience.USUAL.attempt())) {
            var settled = Settled.of(
                    stage,
                    new Semaphore(1),
                    Patience.USUAL.deed(),
                    attempt -> http.send("center-" + center, request, attempt));
            if (settled.verdict().told() != Told.DONE) {
                throw new IllegalStateException("no endpoint for " + center + ": "
                        + settled.verdict().status() + " " + settled.verdict().answer());
            }
        }
    }
}
