package org.parley.casework.audit;

import static org.parley.casework.calls.House.REPORTING;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.casework.books.Account;
import org.parley.casework.books.End;
import org.parley.casework.calls.Client;
import tools.jackson.databind.JsonNode;

/** Figures of all time by borough, command, center and type: {@code agreements BRONX PCT-040 imcr NOISE} → 12. */
public record Figures(SortedMap<String, Long> values) {

    private static final String SUBMITTED = "referrals-submitted";
    private static final String ACCEPTED = "referrals-accepted";
    private static final String CLOSED = "referrals-closed";
    private static final String SCREENED_OUT = "referrals-screened-out";
    private static final String HELD = "sessions-held";
    private static final String AGREEMENTS = "agreements";
    private static final List<String> METRICS = List.of(SUBMITTED, ACCEPTED, CLOSED, SCREENED_OUT, HELD, AGREEMENTS);
    private static final List<String> DIMENSIONS = List.of("borough", "command", "center", "type");

    public Figures {
        values = new TreeMap<>(values);
        values.values().removeIf(value -> value == 0);
    }

    /** As reporting-service has them now. */
    public static Figures now(Client analyst) {
        var values = new TreeMap<String, Long>();
        for (var metric : METRICS) {
            var path = "/v1/metrics/" + metric + "?interval=all&by=" + String.join(",", DIMENSIONS);
            var rows = analyst.get(REPORTING, path).fine(metric).body().path("rows");
            rows.forEach(
                    row -> values.merge(cell(metric, row), row.path("value").asLong(), Long::sum));
        }
        return new Figures(values);
    }

    /** What these accounts come to. */
    public static Figures of(Collection<Account> accounts) {
        var values = new TreeMap<String, Long>();
        for (var account : accounts) {
            metrics(account).forEach(cell -> values.merge(cell, 1L, Long::sum));
        }
        return new Figures(values);
    }

    public Figures plus(Figures other) {
        var sum = new TreeMap<>(values);
        other.values.forEach((cell, value) -> sum.merge(cell, value, Long::sum));
        return new Figures(sum);
    }

    public List<Difference> differences(Figures platform) {
        var cells = new TreeSet<>(values.keySet());
        cells.addAll(platform.values.keySet());
        var found = new ArrayList<Difference>();
        for (var cell : cells) {
            var own = values.getOrDefault(cell, 0L);
            var other = platform.values.getOrDefault(cell, 0L);
            if (!own.equals(other)) {
                found.add(new Difference(cell, "reporting-service", "value", own.toString(), other.toString()));
            }
        }
        return found;
    }

    private static Stream<String> metrics(Account account) {
        var state = account.end().map(End::state).orElse(null);
        var center = account.holder().or(account::asked).orElse("");
        var referral = Stream.of(SUBMITTED, ACCEPTED, CLOSED)
                .filter(metric -> switch (metric) {
                    case SUBMITTED -> true;
                    case ACCEPTED -> account.holder().isPresent();
                    default -> state == End.State.CLOSED;
                })
                // It should never have been, so it is counted nowhere.
                .filter(_ -> state != End.State.ENTERED_IN_ERROR)
                .map(metric -> cell(metric, account, center));
        var sessions = account.sessions().stream()
                .flatMap(held -> Stream.of(HELD, AGREEMENTS)
                        .filter(metric -> metric.equals(HELD) ? held.tookPlace() : held.agreed())
                        .map(metric -> cell(metric, account, held.center())));
        return Stream.concat(referral, sessions);
    }

    private static String cell(String metric, Account account, String center) {
        var row = account.row();
        return cell(
                metric,
                Map.of("borough", row.borough(), "command", row.command(), "center", center, "type", row.type()));
    }

    private static String cell(String metric, JsonNode row) {
        return cell(
                metric,
                DIMENSIONS.stream()
                        .collect(Collectors.toMap(
                                name -> name, name -> row.path(name).asString(""))));
    }

    private static String cell(String metric, Map<String, String> dimensions) {
        return metric + " "
                + DIMENSIONS.stream()
                        .map(name -> dimensions.getOrDefault(name, ""))
                        .map(value -> value.isEmpty() ? "-" : value)
                        .collect(Collectors.joining(" "));
    }
}
