package org.parley.reporting.releases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.reporting.Interval;
import org.parley.reporting.Metric;
import org.parley.reporting.MetricGroup;
import org.parley.reporting.NewYork;
import org.parley.reporting.counting.Cut;
import org.parley.reporting.counting.Cuts;

/** Makes releases, and gives what is in them. */
public class Releases {

    /** What became of a request for a release. */
    public sealed interface Made {

        record New(Release release) implements Made {}

        /** There was one of these quarters already. */
        record Known(Release release) implements Made {}

        /** @param nextOn the day from which on there is something to release */
        record NothingClosed(LocalDate nextOn) implements Made {}

        /** Events of closed quarters came in all the time while they were read. */
        record Busy() implements Made {}
    }

    private final ReleaseStore store;
    private final Cuts cuts;
    private final ReleaseSettings settings;
    private final Clock clock;

    Releases(ReleaseStore store, Cuts cuts, ReleaseSettings settings, Clock clock) {
        this.store = store;
        this.cuts = cuts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Release> all() {
        return store.all();
    }

    public Optional<Release> find(String name) {
        return store.all().stream()
                .filter(release -> release.name().equals(name))
                .findFirst();
    }

    /** Releases what is closed by now, once: however often it is asked for, and by however many copies at once. */
    public Made make() {
        var first = Quarter.firstOf(settings.firstYear());
        var last = Quarter.lastClosed(NewYork.day(clock.instant()), settings.closedAfterDays());
        if (last.compareTo(first) < 0) {
            return new Made.NothingClosed(first.lastMonth().atEndOfMonth().plusDays(settings.closedAfterDays() + 1L));
        }
        while (true) {
            var known = store.all();
            if (!known.isEmpty() && known.getLast().last().compareTo(last) >= 0) {
                return new Made.Known(known.getLast());
            }
            // Before anything is read: all that was counted by then is in it.
            var release = release(first, last);
            var counted = counted(first, last);
            if (counted.isEmpty()) {
                return new Made.Busy();
            }
            var before = known.isEmpty() ? PublicSet.NONE : store.set(known.getLast());
            var set = before.next(counted, release.quarters(), settings.suppression());
            if (store.add(release, known, set, counted)) {
                return new Made.New(release);
            }
        }
    }

    private Release release(Quarter first, Quarter last) {
        return new Release(
                first,
                last,
                clock.instant(),
                PublicTable.allMetrics().stream().collect(Collectors.toMap(Metric::word, Metric::version)),
                settings.fewest(),
                UUID.randomUUID().toString());
    }

    /** Empty if one of them can't be had. */
    private Map<MetricGroup, Cut> counted(Quarter first, Quarter last) {
        var counted = new EnumMap<MetricGroup, Cut>(MetricGroup.class);
        for (var table : PublicTable.values()) {
            if (!counted.containsKey(table.group())) {
                var cut = cuts.take(table.group(), first.firstMonth(), last.lastMonth());
                if (cut.isEmpty()) {
                    return Map.of();
                }
                counted.put(table.group(), cut.get());
            }
        }
        return counted;
    }

    /** Empty if this was not offered yet. */
    public Optional<List<PublicRow>> rows(Release release, PublicTable.Offer offer, Interval interval) {
        return store.rows(release, offer, interval);
    }
}
