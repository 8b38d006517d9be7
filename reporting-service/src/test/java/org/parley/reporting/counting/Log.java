package org.parley.reporting.counting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.parley.reporting.Contribution;
import org.parley.reporting.Metric;

/** A topic's records, as the broker keeps them. */
final class Log {

    static final String TOPIC = "parley.referrals.v1";
    static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 23);
    static final LocalDate OCTOBER = LocalDate.of(2026, 10, 30);
    private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");

    private final Map<Source, List<Told>> records = new HashMap<>();

    /** One more record at the end of a partition. */
    Log add(int partition, String aggregate, long sequence, Contribution contribution) {
        var source = new Source(TOPIC, partition);
        var of = records.computeIfAbsent(source, none -> new ArrayList<>());
        var appended = BEGIN.plus(Duration.ofHours(of.size()));
        of.add(new Told(source, of.size(), appended, aggregate, sequence, contribution));
        return this;
    }

    List<Source> sources() {
        return List.copyOf(records.keySet());
    }

    List<Told> all() {
        return from(Map.of(), Integer.MAX_VALUE);
    }

    List<Told> from(Map<Source, Long> cursors, int most) {
        return records.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .skip(cursors.getOrDefault(entry.getKey(), 0L))
                        .limit(most))
                .toList();
    }

    /** What a referral adds. */
    static Contribution referral(LocalDate day, String center, Metric... metrics) {
        return Contribution.counting(List.of(metrics), day, List.of("BROOKLYN", "PCT-075", center, "NOISE"));
    }

    /** Many lives of referrals, mixed, with repetitions and in disorder; the same for the same seed. */
    static Log random(long seed) {
        var random = new Random(seed);
        var log = new Log();
        var lives = new ArrayList<Runnable>();
        for (var i = 0; i < 12; i++) {
            var aggregate = "referral/" + i;
            var partition = i % 2;
            var events = 1 + random.nextInt(5);
            for (var sequence = 1; sequence <= events; sequence++) {
                var contribution = random(random);
                var number = sequence;
                for (var times = random.nextInt(4) == 0 ? 2 : 1; times > 0; times--) {
                    lives.add(() -> log.add(partition, aggregate, number, contribution));
                }
            }
        }
        for (var i = 0; i < lives.size(); i++) {
            Collections.swap(lives, i, Math.min(lives.size() - 1, i + random.nextInt(6)));
        }
        lives.forEach(Runnable::run);
        return log;
    }

    private static Contribution random(Random random) {
        var day = random.nextInt(3) == 0 ? OCTOBER : NOVEMBER;
        var center = random.nextBoolean() ? "nypi" : "";
        return switch (random.nextInt(4)) {
            case 0 -> Contribution.NONE;
            case 1 -> referral(day, center, Metric.REFERRALS_SUBMITTED);
            case 2 ->
                Contribution.on(day, List.of("BROOKLYN", "PCT-075", center, "NOISE"))
                        .one(Metric.REFERRALS_SUBMITTED)
                        .one(Metric.REFERRALS_ACCEPTED)
                        .took(Metric.TIME_TO_ACCEPT, BEGIN, BEGIN.plusSeconds(random.nextInt(300_000)))
                        .done();
            default -> referral(day, center, Metric.REFERRALS_SUBMITTED, Metric.REFERRALS_CLOSED);
        };
    }
}
