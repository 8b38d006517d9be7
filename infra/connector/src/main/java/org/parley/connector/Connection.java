package org.parley.connector;

import java.net.URI;
import java.time.Duration;
import org.parley.connector.delivery.Confirmation;
import org.parley.connector.delivery.Delivery;
import org.parley.connector.delivery.DryRun;
import org.parley.connector.delivery.HttpDelivery;
import org.parley.connector.delivery.KafkaDelivery;
import org.parley.connector.delivery.Platform;
import org.parley.connector.rows.BadInput;
import picocli.CommandLine.Option;

/** The options that say where referrals go and how. */
final class Connection {

    enum Via {
        HTTP,
        KAFKA
    }

    @Option(names = "--via", paramLabel = "http|kafka", description = "How referrals go out.")
    private Via via = Via.HTTP;

    @Option(names = "--confirm", description = "Over Kafka: look every referral up at the platform afterwards.")
    private boolean confirm;

    @Option(names = "--dry-run", description = "Send nothing; say what would be sent.")
    private boolean dryRun;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long to go on when nobody answers (not below 1).")
    private int patience = 300;

    @Option(names = "--issuer", paramLabel = "URL", description = "Gives the tokens.")
    private URI issuer = URI.create(environment("PARLEY_ISSUER", "http://127.0.0.1:8080"));

    @Option(names = "--url", paramLabel = "URL", description = "Takes the referrals.")
    private URI url = URI.create(environment("PARLEY_REFERRAL", "http://127.0.0.1:8083"));

    @Option(
            names = "--client",
            paramLabel = "ID",
            description = "As whom; the secret is in the environment, PARLEY_CLIENT_SECRET.")
    private String client = environment("PARLEY_CLIENT", "connector");

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Kafka brokers.")
    private String kafka = environment("PARLEY_KAFKA", "127.0.0.1:9092");

    @Option(names = "--topic-prefix", paramLabel = "PREFIX", description = "Stands before the topic's name.")
    private String topicPrefix = environment("PARLEY_TOPIC_PREFIX", "");

    /** Whether the platform itself says what became of a referral. */
    boolean asksPlatform() {
        return !dryRun && (via == Via.HTTP || confirm);
    }

    Delivery open() {
        if (patience < 1) {
            throw new BadInput("--patience must be at least one second");
        }
        if (dryRun) {
            return new DryRun();
        }
        // Not an option: a command line is seen by everyone on the machine. The local issuer's secrets are the ids.
        var platform = new Platform(issuer, url, client, environment("PARLEY_CLIENT_SECRET", client));
        var limit = Duration.ofSeconds(patience);
        return switch (via) {
            case HTTP -> new HttpDelivery(platform, limit);
            case KAFKA ->
                new KafkaDelivery(
                        kafka,
                        topicPrefix + "parley.intake.v1",
                        client,
                        limit,
                        confirm ? new Confirmation(platform, limit) : null);
        };
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
