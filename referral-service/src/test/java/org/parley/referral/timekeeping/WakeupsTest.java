package org.parley.referral.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.referral.process.ReferralService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ReferralService
class WakeupsTest {

    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");
    private static final int MANY = 300;

    @Autowired
    private MongoTemplate mongo;

    private Wakeups wakeups(Instant now) {
        return new Wakeups(mongo, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static List<Wakeup> read(Wakeups wakeups, Instant hour) {
        var all = new ArrayList<Wakeup>();
        var last = 0L;
        while (true) {
            var pages = wakeups.read(Map.of(hour, last), 3);
            if (pages.isEmpty()) {
                return all;
            }
            for (var page : pages) {
                all.addAll(page.wakeups());
                last = Math.max(last, page.n());
            }
        }
    }

    @Test
    void copiesThatWriteAtOnceLoseNone() throws Exception {
        var copies = List.of(wakeups(NOON), wakeups(NOON));
        var wanted = IntStream.range(0, MANY)
                .mapToObj(n -> new Wakeup(NOON.plus(Duration.ofMinutes(n % 120)), UUID.randomUUID()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < MANY; n++) {
                var wakeup = wanted.get(n);
                var copy = copies.get(n % 2);
                threads.submit(() -> copy.add(wakeup));
            }
        }
        var found = new ArrayList<>(read(wakeups(NOON), NOON));
        found.addAll(read(wakeups(NOON), NOON.plus(Duration.ofHours(1))));
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void whatIsPastIsLookedAtInThisHour() {
        var later = NOON.plus(Duration.ofDays(1));
        var missed = new Wakeup(NOON, UUID.randomUUID());
        wakeups(later).add(missed);
        assertThat(read(wakeups(later), later)).contains(missed);
    }
}
