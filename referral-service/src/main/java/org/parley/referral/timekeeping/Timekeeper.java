package org.parley.referral.timekeeping;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.parley.referral.Current;
import org.parley.referral.Offer;
import org.parley.referral.Outages;
import org.parley.referral.ReferralManagement;
import org.parley.referral.delivery.Arrivals;
import org.parley.referral.timekeeping.Wakeups.Page;
import org.parley.starter.work.RepeatedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks at what is due, in its order. Every copy of the service does, at all of it: what is done already is found done,
 * so nobody has to be chosen, and no copy's death leaves anything undone. What was missed while none was there comes
 * first.
 */
@Component
@EnableConfigurationProperties(TimekeepingSettings.class)
class Timekeeper extends RepeatedWork {

    private static final Logger log = LoggerFactory.getLogger(Timekeeper.class);

    /** Hours gone by are still read for as long as this: another copy may have been held up while it wrote into one. */
    private static final Duration LATE = Duration.ofHours(24);

    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final int HOURS_AT_ONCE = 200;
    private static final int PAGES_AT_ONCE = 5;

    private final Wakeups wakeups;
    private final Pulse pulse;
    private final ReferralManagement management;
    private final Arrivals arrivals;
    private final TimekeepingSettings settings;
    private final Clock clock;

    /** By hour the last page read. */
    private final TreeMap<Instant, Long> read = new TreeMap<>();

    private final Map<Instant, List<Page>> pages = new HashMap<>();
    private final TreeSet<Wakeup> waiting = new TreeSet<>();

    Timekeeper(
            Wakeups wakeups,
            Pulse pulse,
            ReferralManagement management,
            Arrivals arrivals,
            TimekeepingSettings settings,
            Clock clock) {
        super("timekeeper");
        this.wakeups = wakeups;
        this.pulse = pulse;
        this.management = management;
        this.arrivals = arrivals;
        this.settings = settings;
        this.clock = clock;
    }

    /** One look at all that is due now. */
    @Override
    protected void round() {
        var now = clock.instant();
        if (pulse.isClockWrong(now)) {
            return;
        }
        var beat = pulse.beat(now);
        readOn(beat.done(), now);
        while (isRunning() && !waiting.isEmpty() && !waiting.first().at().isAfter(now)) {
            lookAtIfPossible(waiting.first(), beat.outages(), now);
            waiting.pollFirst();
        }
        leaveBehind(beat.done(), now);
    }

    private void readOn(Instant done, Instant now) {
        read.headMap(done).clear();
        for (var hour = done; !hour.isAfter(now); hour = hour.plus(Duration.ofHours(1))) {
            read.putIfAbsent(hour, 0L);
        }
        var hours = new ArrayList<>(read.navigableKeySet());
        for (var from = 0; from < hours.size(); from += HOURS_AT_ONCE) {
            var some = hours.subList(from, Math.min(from + HOURS_AT_ONCE, hours.size()));
            while (readOn(some)) {
                // there may be more
            }
        }
    }

    /** Whether there was anything. */
    private boolean readOn(List<Instant> hours) {
        var from = new HashMap<Instant, Long>();
        hours.forEach(hour -> from.put(hour, read.getOrDefault(hour, 0L)));
        var found = wakeups.read(from, PAGES_AT_ONCE);
        found.forEach(page -> {
            read.merge(page.hour(), page.n(), Math::max);
            pages.computeIfAbsent(page.hour(), _ -> new ArrayList<>()).add(page);
            waiting.addAll(page.wakeups());
        });
        return !found.isEmpty();
    }

    /** One that can't be moved holds up none of the others. When it is the store that is away, all wait. */
    private void lookAtIfPossible(Wakeup wakeup, Outages outages, Instant now) {
        try {
            lookAt(wakeup, outages, now);
        } catch (MongoException | DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Referral {} is due and can't be moved; tried again in {}", wakeup.referral(), AGAIN, e);
            wakeups.add(new Wakeup(now.plus(AGAIN), wakeup.referral()));
        }
    }

    private void lookAt(Wakeup wakeup, Outages outages, Instant now) {
        var referral = management.find(wakeup.referral()).map(Current::referral).orElse(null);
        if (referral == null) {
            return;
        }
        // No outage puts this off: nobody agreed to be known for longer.
        if (referral.hasContactsToEnd(now)) {
            management.endContacts(wakeup.referral());
        }
        var due = referral.due();
        if (due == null) {
            return; // it went on, and what is due next stands elsewhere
        }
        if (due.at().isAfter(now)) {
            referral.openOffer().ifPresent(offer -> lookAtHalfTime(wakeup.referral(), offer, outages, now));
            return;
        }
        if (due.at().isAfter(wakeup.at())) {
            waiting.add(new Wakeup(due.at(), wakeup.referral())); // in the order in which things were due
            return;
        }
        var really = outages.extended(due);
        if (really.isAfter(now)) {
            wakeups.add(new Wakeup(really, wakeup.referral()));
        } else {
            management.lapse(wakeup.referral(), outages);
        }
    }

    private void lookAtHalfTime(UUID referral, Offer offer, Outages outages, Instant now) {
        var half = outages.extended(offer.halfTime(), offer.offeredAt());
        if (half.isAfter(now)) {
            wakeups.add(new Wakeup(half, referral));
        } else if (arrivals.isMissed(offer.center(), referral, offer.number())) {
            management.undelivered(referral, offer.number());
        } else {
            wakeups.add(new Wakeup(offer.deadline(), referral));
        }
    }

    /** Hours long gone, of which everything has been looked at. */
    private void leaveBehind(Instant done, Instant now) {
        var next = Wakeups.hour(now.minus(LATE));
        if (!next.isAfter(done)) {
            return;
        }
        var gone = new ArrayList<Page>();
        pages.entrySet().stream()
                .filter(hour -> hour.getKey().isBefore(next))
                .forEach(hour -> gone.addAll(hour.getValue()));
        pulse.done(next);
        wakeups.remove(gone);
        pages.keySet().removeIf(hour -> hour.isBefore(next));
    }

    @Override
    protected Duration pause() {
        return settings.poll();
    }
}
