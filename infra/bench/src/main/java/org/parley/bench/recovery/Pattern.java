package org.parley.bench.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.parley.bench.harness.Connection;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.VoidRun;
import tools.jackson.databind.json.JsonMapper;

/** Which events wait. Each is written by referral-service itself while its relay finds no broker. */
enum Pattern {
    /** One event, `submitted`: no center is there that it could be offered to. Nothing but the topic follows from it. */
    SUBMITTED(1),
    /** Two events, `submitted` and `offered`; for the second the center's feed gets an entry before it is sent. */
    OFFERED(2);

    private static final String NO_BROKER = "127.0.0.1:1";
    private static final String NO_CENTERS = "center,name,boroughs,days,opens,closes,zone,source,note\n";

    private final int events;

    Pattern(int events) {
        this.events = events;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Pending written(Ground ground) throws IOException {
        var name = ground.scope() + "-pattern-" + word();
        var arguments = new ArrayList<>(
                List.of("--spring.mongodb.database=" + name, "--spring.kafka.producer.bootstrap-servers=" + NO_BROKER));
        if (this == SUBMITTED) {
            var file = ground.folder("no-centers.csv");
            Files.writeString(file, NO_CENTERS);
            arguments.add("--parley.referral.centers=" + file.toUri());
        }
        var service =
                ground.copy("referral-service", "referral-service-pattern", name, arguments.toArray(String[]::new));
        try (var connection = new Connection(service.address())) {
            var head = connection.head(
                    "POST",
                    "/v1/referrals",
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    "Bearer " + ground.token("precinct-075"));
            var answer = connection.send(head, JsonMapper.shared().writeValueAsBytes(submission()));
            VoidRun.unless(answer.status() == 201, "no pattern: %d %s", answer.status(), answer.text());
        } finally {
            service.kill();
        }
        var database = ground.mongo().getDatabase(name);
        var pending = new Pending(Objects.requireNonNull(
                database.getCollection("referrals").find().first()));
        database.drop();
        VoidRun.unless(pending.each() == events, "%d events wait in the pattern, not %d", pending.each(), events);
        return pending;
    }

    private static Map<String, Object> submission() {
        var occurred = Instant.now().minus(30, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        return Map.of(
                "reference",
                "bench-" + UUID.randomUUID(),
                "command",
                "PCT-075",
                "type",
                "NOISE",
                "occurredAt",
                occurred.toString(),
                "address",
                Map.of("line", "7 EXAMPLE COURT", "city", "BROOKLYN", "zip", "11208"),
                "contactVia",
                "PRECINCT",
                "screening",
                Map.of(
                        "arrestMade", false,
                        "violentFelonyOrDrugs", false,
                        "weapon", false,
                        "orderOfProtection", false,
                        "intimatePartner", false));
    }
}
