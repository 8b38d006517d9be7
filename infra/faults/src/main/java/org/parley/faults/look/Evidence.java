package org.parley.faults.look;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.parley.faults.load.calls.Tokens;
import org.parley.faults.platform.Platform;

/**
 * What the copies count of themselves, added up over all their lives. A run in which none of it happened has provoked
 * nothing, and its good end shows nothing.
 */
public final class Evidence implements AutoCloseable {

    private static final String REBALANCES = "kafka_consumer_coordinator_rebalance_total";
    private static final String SWEPT = "parley_outbox_swept_total";
    private static final List<String> LOST_GUARDS =
            List.of("parley_store_guards_lost_total", "parley_reporting_guards_lost_total");

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Platform platform;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Tokens tokens;
    /** Series of one copy → its last value. */
    private final Map<String, Double> last = new HashMap<>();
    /** Name → how much it has grown. */
    private final Map<String, Double> grown = new TreeMap<>();

    private int looks;
    private String lastFailure = "";
    private volatile boolean closed;

    public Evidence(Platform platform) {
        this.platform = platform;
        this.tokens = new Tokens(http, platform.issuer(), PATIENCE);
    }

    public Evidence begin() {
        Thread.ofVirtual().name("evidence").start(() -> {
            while (!closed) {
                look();
                try {
                    TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
        return this;
    }

    /** What is missing for the run to count; empty when nothing is. */
    public synchronized List<String> missing() {
        look();
        var missing = new java.util.ArrayList<String>();
        if (of(REBALANCES) < 1) {
            missing.add("no rebalance of a running consumer");
        }
        if (LOST_GUARDS.stream().mapToDouble(this::of).sum() < 1) {
            missing.add("no lost compare-and-set");
        }
        if (of(SWEPT) < 1) {
            missing.add("no outbox sweep that found anything");
        }
        return missing;
    }

    @Override
    public synchronized String toString() {
        if (looks == 0) {
            return "nothing could be seen: " + lastFailure;
        }
        return "%.0f rebalances, %.0f lost compare-and-sets (%.0f of reporting's), %.0f documents swept"
                .formatted(
                        of(REBALANCES),
                        LOST_GUARDS.stream().mapToDouble(this::of).sum(),
                        of(LOST_GUARDS.getLast()),
                        of(SWEPT));
    }

    private double of(String name) {
        return grown.getOrDefault(name, 0.0);
    }

    private synchronized void look() {
        platform.copies().filter(copy -> copy.part().isUp()).forEach(copy -> {
            try {
                read(copy.name(), scrape(copy.http().address()));
                looks++;
            } catch (IOException | RuntimeException away) {
                // Dead, frozen or cut off; the next look may find it.
                lastFailure = copy.name() + ": " + away;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private String scrape(URI address) throws IOException, InterruptedException {
        // Asked for by the name of the family, which has no ending.
        var names = String.join(",", REBALANCES, SWEPT, LOST_GUARDS.getFirst(), LOST_GUARDS.getLast())
                .replace("_total", "");
        var request = HttpRequest.newBuilder(address.resolve("/actuator/prometheus?includedNames=" + names))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of("administrator"))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return response.body();
    }

    private void read(String copy, String text) {
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var space = line.lastIndexOf(' ');
            var series = line.substring(0, space);
            var name = series.replaceAll("\\{.*", "");
            var value = Double.parseDouble(line.substring(space + 1));
            // Joining its group is a consumer's first rebalance, and no news.
            var first = name.equals(REBALANCES) ? 1.0 : 0.0;
            var before = last.getOrDefault(copy + series, first);
            last.put(copy + series, value);
            grown.merge(name, Math.max(0, value - (value < before ? first : before)), Double::sum);
        });
    }

    @Override
    public void close() {
        closed = true;
        http.close();
    }
}
