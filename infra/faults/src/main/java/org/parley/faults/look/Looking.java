package org.parley.faults.look;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.FeedLine;
import org.parley.faults.history.Figure;
import org.parley.faults.history.Found;
import org.parley.faults.load.calls.Clients;
import org.parley.faults.platform.Platform;
import org.parley.faults.receiver.Deliveries;
import tools.jackson.databind.JsonNode;

/** Collects what is to be seen of a platform that has become calm. */
public final class Looking {

    private static final List<String> CENTERS = List.of("nypi", "imcr", "cms", "nycid");

    private final Platform platform;
    private final Doorway doorway;
    private final Path deliveries;
    private final Set<String> webhookCenters;

    public Looking(Platform platform, Clients clients, Path deliveries, Set<String> webhookCenters) {
        this.platform = platform;
        this.doorway = new Doorway(clients);
        this.deliveries = deliveries;
        this.webhookCenters = Set.copyOf(webhookCenters);
    }

    /** Webhooks that are owed: center → how many. */
    public Map<String, Long> undelivered() {
        var taken = new HashSet<String>();
        Deliveries.read(deliveries).stream()
                .filter(one -> one.answered() / 100 == 2)
                .forEach(one -> taken.add(one.webhookId()));
        var owed = new TreeMap<String, Long>();
        try (var stores = new Stores(platform.mongodbUri())) {
            var acknowledged = stores.acknowledged();
            for (var center : webhookCenters) {
                var count = doorway.inbox(center).stream()
                        .filter(line -> line.n() > acknowledged.getOrDefault(center, 0L))
                        .filter(line -> !taken.contains(center + "/" + line.n()))
                        .count();
                if (count > 0) {
                    owed.put("webhooks to " + center, count);
                }
            }
        }
        return owed;
    }

    /** What is counted now, of each metric every day's, by all its dimensions at once. */
    public Map<Figure, Long> figures() {
        return doorway.figures();
    }

    /**
     * All but what a rebuild gives.
     *
     * @param clockShifts by how much the clock of a copy was wrong for a while
     */
    public Found look(List<Asked> history, Set<Duration> clockShifts) {
        try (var topics = new Topics(platform.kafka());
                var stores = new Stores(platform.mongodbUri())) {
            var fallen = new ArrayList<String>();
            var published = topics.figures(fallen);
            var stored = stores.ids();
            return new Found(
                    topics.events(),
                    referrals(history),
                    feeds(),
                    Deliveries.read(deliveries),
                    webhookCenters,
                    stores.acknowledged(),
                    doorway.worklist(),
                    stored.getOrDefault("trainings", Set.of()).stream()
                            .map(doorway::training)
                            .toList(),
                    logs(history),
                    stored,
                    stores.facts(),
                    figures(),
                    Map.of(),
                    published,
                    fallen,
                    topics.deadLetters(),
                    clockShifts);
        }
    }

    /** Of all that were asked for, whatever the client was told. */
    private Map<String, JsonNode> referrals(List<Asked> history) {
        var found = new HashMap<String, JsonNode>();
        history.stream()
                .filter(asked -> asked.deed() == Deed.POST_REFERRAL || asked.deed() == Deed.SEND_REFERRAL)
                .filter(asked -> !found.containsKey(asked.subject()))
                .forEach(asked -> doorway.referral(asked.client(), asked.subject())
                        .ifPresent(view -> found.put(asked.subject(), view)));
        return found;
    }

    private List<FeedLine> feeds() {
        var lines = new ArrayList<FeedLine>();
        CENTERS.forEach(center -> lines.addAll(doorway.inbox(center)));
        return lines;
    }

    private Map<String, JsonNode> logs(List<Asked> history) {
        var found = new HashMap<String, JsonNode>();
        for (var asked : history) {
            var kind = asked.deed() == Deed.LOG_SESSION
                    ? "sessions"
                    : asked.deed() == Deed.LOG_MICRO_INTERVENTION ? "micro-interventions" : "";
            if (!kind.isEmpty() && !found.containsKey(asked.subject())) {
                doorway.log(kind, asked.subject()).ifPresent(log -> found.put(asked.subject(), log));
            }
        }
        return found;
    }
}
