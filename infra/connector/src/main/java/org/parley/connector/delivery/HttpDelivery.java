package org.parley.connector.delivery;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.parley.connector.rows.Referral;
import tools.jackson.databind.json.JsonMapper;

/** Over {@code POST /v1/referrals}, which is safe to repeat because the reference makes it so. */
public final class HttpDelivery implements Delivery {

    private final Platform platform;
    private final PlatformClient client;

    public HttpDelivery(Platform platform, Duration patience) {
        this.platform = platform;
        this.client = new PlatformClient(platform, new Patience(patience));
    }

    @Override
    public void open() throws IssuerRefused, InterruptedException {
        client.logIn();
    }

    @Override
    public Outcome deliver(Referral referral) throws InterruptedException {
        var body = JsonMapper.shared().writeValueAsBytes(referral);
        var call = client.call(() -> HttpRequest.newBuilder(platform.referrals().resolve("/v1/referrals"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
        return switch (call) {
            case PlatformClient.Answered(var answer) -> outcome(answer);
            case PlatformClient.Silence(var detail) -> new Outcome.Unanswered(detail);
        };
    }

    private static Outcome outcome(Answer answer) {
        return switch (answer.status()) {
            case 201 -> new Outcome.Accepted();
            // The platform had it. From us, if an attempt of this very call may have arrived and it is no older than
            // that.
            case 200 ->
                answer.mayHaveArrived() && answer.submittedSince(answer.since(), answer.body())
                        ? new Outcome.Accepted()
                        : new Outcome.Duplicate();
            default -> answer.refusal();
        };
    }

    @Override
    public int width() {
        return 16;
    }

    @Override
    public void close() {
        client.close();
    }
}
