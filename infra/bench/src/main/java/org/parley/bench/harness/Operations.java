package org.parley.bench.harness;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a service has asked of store and broker so far, as its own metrics tell: commands by collection, records by topic.
 *
 * @param counts by {@code collection command}, such as {@code referrals insert}
 */
public record Operations(Map<String, Double> counts) {

    private static final Pattern COMMAND = Pattern.compile(
            "^mongodb_driver_commands_seconds_count\\{.*collection=\"([^\"]*)\",command=\"([^\"]*)\".*} ([0-9.E+]+)$",
            Pattern.MULTILINE);
    private static final Pattern RECORDS = Pattern.compile(
            "^kafka_producer_record_send_total\\{.*spring_id=\"relay\".*} ([0-9.E+]+)$", Pattern.MULTILINE);

    /** @param token of an administrator */
    public static Operations of(URI service, String token) {
        try (var connection = new Connection(service)) {
            var head = connection.head("GET", "/actuator/prometheus", "Authorization", "Bearer " + token);
            var answer = connection.send(head, new byte[0]);
            VoidRun.unless(answer.status() == 200, "the metrics answered %d", answer.status());
            return parse(answer.text());
        } catch (IOException e) {
            throw new VoidRun("the metrics do not answer", e);
        }
    }

    static Operations parse(String metrics) {
        var counts = new HashMap<String, Double>();
        COMMAND.matcher(metrics)
                .results()
                .filter(command -> !"ping".equals(command.group(2)))
                .forEach(command -> counts.merge(
                        command.group(1) + " " + command.group(2), Double.parseDouble(command.group(3)), Double::sum));
        RECORDS.matcher(metrics)
                .results()
                .forEach(records -> counts.merge("records", Double.parseDouble(records.group(1)), Double::sum));
        return new Operations(counts);
    }

    /** Since then, per unit of work: figures {@code op referrals insert} and so on. */
    public Figures since(Operations before, long units) {
        var figures = new HashMap<String, Double>();
        counts.forEach((operation, now) -> {
            var done = now - before.counts.getOrDefault(operation, 0.0);
            if (done > 0) {
                figures.put("op " + operation, done / Math.max(1, units));
            }
        });
        return new Figures(figures);
    }
}
