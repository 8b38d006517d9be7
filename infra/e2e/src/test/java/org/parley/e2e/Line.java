package org.parley.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.parley.processes.Service;
import tools.jackson.databind.JsonNode;

/** What must hold on a platform once a file of complaints went through the connector. */
record Line(Platform platform) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> CENTERS = List.of("nypi", "imcr", "cms", "nycid");

    /** Row by row: the command that its place has, the type that its complaint has, offered to its borough's center. */
    void everyEligibleRowIsAReferral(Complaints complaints) {
        var expectedOffers = new TreeMap<String, List<String>>();
        var all = new SoftAssertions();
        for (var row : complaints.eligible()) {
            var found = find(row.reference());
            all.assertThat(found.size()).as(row.reference()).isEqualTo(1);
            var referral = found.path(0);
            all.assertThat(Stream.of("command", "type", "occurredAt", "state", "offeredTo")
                            .map(field -> referral.path(field).asString("")))
                    .as(row.reference())
                    .containsExactly(
                            row.precinct().command(),
                            row.type(),
                            row.occurredAt().toString(),
                            "OFFERED",
                            row.precinct().center());
            expectedOffers.put(
                    referral.path("id").asString(""), List.of(row.precinct().center() + " OFFER"));
        }
        all.assertAll();
        // The inboxes follow what is stored; then they have each offer once, and in no other inbox.
        await().atMost(PATIENCE).untilAsserted(() -> {
            var offers = new TreeMap<>(offersByReferral());
            offers.keySet().retainAll(expectedOffers.keySet());
            assertThat(offers).isEqualTo(expectedOffers);
        });
    }

    /** Only what the file brought has moved: submitted referrals, by each dimension as many as were sent. */
    void figuresMovedBy(Complaints complaints, Figures before) {
        var expected = new TreeMap<String, Long>();
        for (var row : complaints.eligible()) {
            for (var dimension : List.of(
                    "borough=" + row.precinct().borough(),
                    "command=" + row.precinct().command(),
                    "type=" + row.type())) {
                expected.merge("referrals-submitted by " + dimension, 1L, Long::sum);
            }
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(withoutCenters(Figures.now(platform).since(before)))
                                .isEqualTo(expected));
    }

    JsonNode find(String reference) {
        return platform.as("connector")
                .get(Service.REFERRAL, "/v1/referrals?reference=" + reference)
                .is(200)
                .body()
                .path("items");
    }

    /** Entries of all inboxes: referral → who has an entry of which kind. */
    Map<String, List<String>> offersByReferral() {
        var entries = new HashMap<String, List<String>>();
        for (var center : CENTERS) {
            for (var entry : inbox(center)) {
                entries.computeIfAbsent(entry.path("referral").asString(), _ -> new ArrayList<>())
                        .add(center + " " + entry.path("kind").asString());
            }
        }
        return entries;
    }

    List<JsonNode> inbox(String center) {
        var entries = new ArrayList<JsonNode>();
        long after = 0;
        while (true) {
            var page = platform.as("center-" + center)
                    .get(Service.REFERRAL, "/v1/centers/%s/inbox?after=%d&limit=100".formatted(center, after))
                    .is(200)
                    .body();
            if (page.path("entries").isEmpty()) {
                return entries;
            }
            page.path("entries").forEach(entries::add);
            after = page.path("next").asLong();
        }
    }

    private static Map<String, Long> withoutCenters(Figures figures) {
        return figures.values().entrySet().stream()
                .filter(figure -> !figure.getKey().contains(" by center="))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
    }
}
