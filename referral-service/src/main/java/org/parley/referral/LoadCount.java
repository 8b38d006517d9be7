package org.parley.referral;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.parley.referral.routing.Load;
import org.parley.referral.routing.Loads;
import org.parley.starter.work.RepeatedWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Recounts how much each center has to do, from the referrals themselves. It is a soft count, so it is asked for seldom:
 * a store without an index looks at every referral for it.
 */
@Component
class LoadCount extends RepeatedWork {

    private static final ZoneId CITY = ZoneId.of("America/New_York");
    /** At most this share of the time is spent on counting. */
    private static final int SELDOM = 200;

    private final MongoTemplate mongo;
    private final Loads loads;
    private final Clock clock;
    private final Duration pause;
    private volatile long took;

    LoadCount(
            MongoTemplate mongo,
            Loads loads,
            Clock clock,
            @Value("${parley.referral.load-recount:1m}") Duration pause) {
        super("load-count");
        this.mongo = mongo;
        this.loads = loads;
        this.clock = clock;
        this.pause = pause;
        mongo.getCollection("referrals").createIndex(new Document("body.state", 1));
    }

    /** By center, as it is now. */
    Map<String, Load> count() {
        var counted = new HashMap<String, Load>();
        var open =
                new Document("body.state", new Document("$in", List.of("OFFERED", "ACCEPTED", "SCHEDULED", "ON_HOLD")));
        var asked = new Document("$arrayElemAt", List.of("$body.offers.center", -1));
        var inWeek = new Document("$gte", List.of("$body.placement.acceptedAt", Date.from(monday())));
        var perCenter = new Document("_id", new Document("$ifNull", List.of("$body.placement.center", asked)))
                .append("open", new Document("$sum", 1))
                .append("thisWeek", new Document("$sum", new Document("$cond", List.of(inWeek, 1, 0))));
        mongo.getCollection("referrals")
                .aggregate(List.of(new Document("$match", open), new Document("$group", perCenter)))
                .forEach(center -> counted.put(
                        center.getString("_id"), new Load(number(center, "open"), number(center, "thisWeek"))));
        return counted;
    }

    private Instant monday() {
        return clock.instant()
                .atZone(CITY)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(CITY)
                .toInstant();
    }

    private static int number(Document center, String field) {
        return center.get(field, Number.class).intValue();
    }

    @Override
    protected void round() {
        var began = System.nanoTime();
        try {
            loads.recounted(count());
        } finally {
            took = System.nanoTime() - began;
        }
    }

    @Override
    protected Duration pause() {
        return Duration.ofNanos(Math.max(pause.toNanos(), took * SELDOM));
    }
}
