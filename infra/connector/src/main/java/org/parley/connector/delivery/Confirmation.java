package org.parley.connector.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.parley.connector.rows.Referral;

/** Looks up what became of a referral that went over Kafka, where nobody answers. */
public final class Confirmation implements AutoCloseable {

    private static final String NOT_YET =
            "not to be found yet (if it stays so, look at the dead letters of the intake)";

    private final Platform platform;
    private final PlatformClient client;
    private final Patience patience;
    /** More referrals wait to be found than the platform should be asked about at once. */
    private final Semaphore lookups = new Semaphore(16);

    public Confirmation(Platform platform, Duration patience) {
        this.platform = platform;
        this.client = new PlatformClient(platform, new Patience(patience));
        this.patience = new Patience(patience);
    }

    void open() throws IssuerRefused, InterruptedException {
        client.logIn();
    }

    /** @param sent {@link System#nanoTime()} just before it was sent */
    Outcome await(Referral referral, long sent) throws InterruptedException {
        var since = System.nanoTime();
        for (var attempt = 0; ; attempt++) {
            switch (lookUp(referral.reference())) {
                case PlatformClient.Silence(var detail) -> {
                    return new Outcome.Unconfirmed(detail);
                }
                case PlatformClient.Answered(var answer) -> {
                    if (answer.status() != 200) {
                        return new Outcome.Unconfirmed(
                                "could not be looked up: " + answer.refusal().reason());
                    }
                    var found = answer.body().path("items").path(0);
                    if (found.isObject()) {
                        patience.answered();
                        return answer.submittedSince(sent, found) ? new Outcome.Accepted() : new Outcome.Duplicate();
                    }
                }
            }
            if (!patience.pause(since, attempt, Duration.ZERO, NOT_YET)) {
                return new Outcome.Unconfirmed(NOT_YET);
            }
        }
    }

    private PlatformClient.Call lookUp(String reference) throws InterruptedException {
        lookups.acquire();
        try {
            var path = "/v1/referrals?reference=" + URLEncoder.encode(reference, UTF_8);
            return client.call(() ->
                    HttpRequest.newBuilder(platform.referrals().resolve(path)).GET());
        } finally {
            lookups.release();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
