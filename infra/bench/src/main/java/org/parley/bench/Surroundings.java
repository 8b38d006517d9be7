package org.parley.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.kafka.common.utils.AppInfoParser;
import org.bson.Document;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Rounds;

/** Date, versions and machine: without them a figure means nothing. */
public final class Surroundings {

    private Surroundings() {}

    public static void print(String benchmark, Ground ground, Rounds rounds, PrintStream out) {
        out.println();
        out.println("## " + benchmark);
        out.println();
        out.printf(
                "%s; JDK %s; %d processors; kafka-clients %s; store %s; broker %s; %d rounds after %d to warm up.%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                AppInfoParser.getVersion(),
                store(ground),
                System.getenv("PARLEY_KAFKA") == null ? "one node on this machine" : "as named by PARLEY_KAFKA",
                rounds.counted(),
                rounds.warmUp());
    }

    private static String store(Ground ground) {
        if (ground.isStoreEmbedded()) {
            return "embedded (not MongoDB)";
        }
        return "MongoDB "
                + ground.mongo()
                        .getDatabase("admin")
                        .runCommand(new Document("buildInfo", 1))
                        .getString("version");
    }
}
