package org.parley.faults.look;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.faults.history.FeedLine;
import org.parley.faults.history.Figure;
import org.parley.faults.history.TrainingFound;
import org.parley.faults.history.TrainingFound.Seat;
import org.parley.faults.load.calls.Clients;
import org.parley.faults.load.calls.Request;
import org.parley.processes.Service;
import tools.jackson.databind.JsonNode;

/** The platform as its users read it. */
final class Doorway {

    private static final int PAGE = 100;

    private final Clients clients;

    Doorway(Clients clients) {
        this.clients = clients;
    }

    /** The precinct's view; empty when its system has no such referral. */
    Optional<JsonNode> referral(String client, String reference) {
        var items = must(client, Service.REFERRAL, "/v1/referrals?reference=" + reference)
                .path("items");
        return items.isEmpty() ? Optional.empty() : Optional.of(items.path(0));
    }

    List<FeedLine> inbox(String center) {
        var lines = new ArrayList<FeedLine>();
        var after = 0L;
        while (true) {
            var page = must(
                    "center-" + center,
                    Service.REFERRAL,
                    "/v1/centers/%s/inbox?after=%d&limit=%d".formatted(center, after, PAGE));
            for (var entry : page.path("entries")) {
                lines.add(new FeedLine(
                        center,
                        entry.path("n").asLong(),
                        entry.path("kind").asString(),
                        entry.path("referral").asString(),
                        entry.path("offer").asInt(0)));
            }
            if (page.path("entries").isEmpty()) {
                return lines;
            }
            after = page.path("next").asLong();
        }
    }

    /** Ids of the referrals that need a coordinator. */
    Set<String> worklist() {
        var ids = new TreeSet<String>();
        var cursor = "";
        do {
            var path = "/v1/coordination/referrals?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            var page = must("coordinator", Service.REFERRAL, path);
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return ids;
    }

    TrainingFound training(String id) {
        var training = must("coordinator", Service.ENROLLMENT, "/v1/trainings/" + id);
        var roster = new ArrayList<Seat>();
        var found = must("coordinator", Service.ENROLLMENT, "/v1/trainings/" + id + "/enrollments");
        for (var seat : found.path("items")) {
            roster.add(new Seat(
                    seat.path("id").asString(),
                    seat.path("officer").asString(),
                    seat.path("state").asString()));
        }
        return new TrainingFound(
                id, training.path("state").asString(), training.path("capacity").asInt(), roster);
    }

    /** @param kind {@code sessions} or {@code micro-interventions} */
    Optional<JsonNode> log(String kind, String id) {
        return clients.answer("coordinator", Request.get(Service.SESSION, "/v1/" + kind + "/" + id));
    }

    /** Of each metric that is counted every day's, by all its dimensions at once. What is made of those is left out. */
    Map<Figure, Long> figures() {
        var figures = new HashMap<Figure, Long>();
        for (var definition :
                must("analyst", Service.REPORTING, "/v1/definitions").path("definitions")) {
            if (!definition.path("kind").asString().equals("count")) {
                continue;
            }
            var metric = definition.path("metric").asString();
            var dimensions = new ArrayList<String>();
            definition.path("dimensions").forEach(one -> dimensions.add(one.asString()));
            var path = "/v1/metrics/%s?by=%s&interval=day".formatted(metric, String.join(",", dimensions));
            for (var row : must("analyst", Service.REPORTING, path).path("rows")) {
                var values = new HashMap<String, String>();
                dimensions.stream()
                        .filter(name -> !row.path(name).isNull())
                        .forEach(name -> values.put(name, row.path(name).asString()));
                figures.put(
                        new Figure(metric, row.path("period").asString(), values),
                        row.path("value").asLong());
            }
        }
        return figures;
    }

    private JsonNode must(String client, Service service, String path) {
        return clients.answer(client, Request.get(service, path))
                .orElseThrow(() -> new IllegalStateException("no answer to GET " + service.module() + path));
    }
}
