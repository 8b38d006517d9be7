package org.parley.referral.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.referral.delivery.FeedEntry.Kind;
import org.parley.referral.process.ReferralService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ReferralService
class LookoutTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Feed feed;

    @Autowired
    private Deliveries deliveries;

    private final String center = "lookout-" + UUID.randomUUID();

    private boolean isWorthAVisit(Outlook last) {
        var lookout = new Lookout(feed, deliveries, Clock.fixed(NOW, ZoneOffset.UTC));
        var worth = lookout.worthVisits(Map.of(center, last, "another-" + center, idle()));
        assertThat(worth).doesNotContain("another-" + center);
        return worth.contains(center);
    }

    private static Outlook idle() {
        return new Outlook(0, 0, 1, Instant.MAX);
    }

    private void anotherCopyAppends() {
        new Feed(mongo)
                .append(new FeedEntry(
                        "",
                        center,
                        0,
                        UUID.randomUUID().toString(),
                        Kind.OFFER,
                        UUID.randomUUID(),
                        1,
                        NOW,
                        "NOISE",
                        "BROOKLYN",
                        "en",
                        "ROUTINE",
                        null,
                        null));
    }

    @Test
    void seesWhatAnotherCopyHasPutIntoTheFeed() {
        assertThat(isWorthAVisit(idle())).isFalse();
        anotherCopyAppends();
        assertThat(isWorthAVisit(idle())).isTrue();
    }

    @Test
    void leavesTheFeedToWhoIsNotToBeBroughtAnything() {
        anotherCopyAppends();
        assertThat(isWorthAVisit(idle().notBefore(NOW.plusMillis(1)))).isFalse();
        assertThat(isWorthAVisit(idle().notBefore(NOW))).isTrue();
    }

    @Test
    void seesWhatSomebodyHasChanged() {
        var kept = deliveries.find(center);
        var known = new Outlook(kept.version(), 0, 1, Instant.MAX);
        assertThat(isWorthAVisit(known)).isFalse();
        assertThat(deliveries.save(kept.asking(Replay.of(1, 1)))).isPresent();
        assertThat(isWorthAVisit(known)).isTrue();
    }

    @Test
    void seesWhatTheCenterHasAcknowledged() {
        feed.acknowledge(center, 3);
        assertThat(isWorthAVisit(idle())).isTrue();
        assertThat(isWorthAVisit(new Outlook(0, 3, 4, Instant.MAX))).isFalse();
    }

    @Test
    void looksAgainWhereNobodyKnows() {
        assertThat(isWorthAVisit(Outlook.UNKNOWN)).isTrue();
    }
}
