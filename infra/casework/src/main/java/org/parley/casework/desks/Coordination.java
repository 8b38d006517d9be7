package org.parley.casework.desks;

import static org.parley.casework.calls.House.REFERRAL;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.casework.books.Books;
import org.parley.casework.calls.Client;
import org.parley.casework.calls.Unexpected;
import org.parley.casework.calls.Waiting;
import org.parley.casework.plan.Plan;
import tools.jackson.databind.JsonNode;

/** The coordinator, who looks again and again for what no center is left for, and asks one by hand. */
final class Coordination implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Client client;
    private final Plan plan;
    private final Books books;
    private final List<String> centers;
    private final Activity activity;
    private volatile boolean open;
    private Thread thread = Thread.currentThread();
    private long seenTo;

    Coordination(Client client, Plan plan, Books books, List<String> centers, Activity activity) {
        this.client = client;
        this.plan = plan;
        this.books = books;
        this.centers = List.copyOf(centers);
        this.activity = activity;
    }

    void open() {
        open = true;
        thread = Thread.ofVirtual().name("coordinator").start(() -> {
            while (open) {
                try {
                    look();
                } catch (Unexpected e) {
                    // Whoever waits for it in vain says so.
                }
                Waiting.pause(PAUSE);
            }
        });
    }

    /** A page that was full is done with: whatever becomes unplaced again stands there once more, later. */
    private void look() {
        for (var after = seenTo; ; after = seenTo) {
            var page = client.get(REFERRAL, "/v1/coordination/referrals?limit=100&after=" + after)
                    .fine("the coordinator's list");
            page.body().path("items").forEach(this::see);
            var next = page.body().path("next");
            if (!next.isNumber()) {
                return;
            }
            seenTo = next.asLong();
        }
    }

    private void see(JsonNode item) {
        if (item.path("state").asString("").equals("UNPLACED")) {
            books.find(UUID.fromString(item.path("id").asString())).ifPresent(account -> {
                var offers = item.path("offers");
                var asked = offers.path(offers.size() - 1).path("center").asString(centers.getFirst());
                var center = plan.place(account.row().reference(), asked, centers, offers.size());
                account.placing(offers.size() + 1);
                var answer = client.post(
                        REFERRAL, "/v1/coordination/referrals/" + account.id() + "/place", Map.of("center", center));
                if (!answer.isFine()) {
                    account.surprised("placing by hand is answered " + answer.problem());
                }
                activity.happened();
            });
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
