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
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;

/** What must hold on a platform once a file of complaints went through the connector. */
record Line(Platform platform) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> CENTERS = List.of("nypi", "imcr", "cms", "nycid");

    /** Row by row: the command that its place has, the type that its complaint has, offered to its borough's center. */
    void everyEligibleRowIsAReferral(Complaints complaints) {
        var offers = offersByReferral();
        var all = new SoftAssertions();
        for (var row : complaints.eligible()) {
            var found = find(row.reference());
            all.assertThat(found.size()).as(row.reference()).isEqualTo(1);
            var referral = found.path(0);
            all.assertThat(referral.path("command").asString(""))
                    .as(row.reference())
                    .isEqualTo(row.precinct().command());
            all.assertThat(referral.path("type").asString(""))
                    .as(row.reference())
                    .isEqualTo(row.type());
            all.assertThat(referral.path("occurredAt").asString(""))
                    .as(row.reference())
                    .isEqualTo(row.occurredAt().toString());
            all.assertThat(referral.path("state").asString(""))
                    .as(row.reference())
                    .isEqualTo("OFFERED");
            all.assertThat(referral.path("offeredTo").asString(""))
                    .as(row.reference())
                    .isEqualTo(row.precinct().center());
            all.assertThat(offers.getOrDefault(referral.path("id").asString(""), List.of()))
                    .as("inboxes with " + row.reference())
                    .containsExactly(row.precinct().center() + " OFFER");
        }
        all.assertAll();
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
