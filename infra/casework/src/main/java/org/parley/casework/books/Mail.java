package org.parley.casework.books;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What one center has received, and how: the first time counts, whatever comes again is only counted. */
public final class Mail {

    private final String center;
    private final SortedMap<Long, Entry> entries = new TreeMap<>();
    private final Map<String, Integer> byWay = new TreeMap<>();
    private final AtomicInteger again = new AtomicInteger();
    private long begin;
    private long upTo;

    public Mail(String center) {
        this.center = center;
    }

    public String center() {
        return center;
    }

    /** @param acknowledged the entry after which this run begins to read */
    public synchronized void beginAfter(long acknowledged) {
        begin = acknowledged;
        upTo = acknowledged;
    }

    public synchronized long begin() {
        return begin;
    }

    /** @return whether it is new */
    public synchronized boolean received(Entry entry, String way) {
        if (entries.putIfAbsent(entry.n(), entry) != null) {
            again.incrementAndGet();
            return false;
        }
        byWay.merge(way, 1, Integer::sum);
        while (entries.containsKey(upTo + 1)) {
            upTo++;
        }
        return true;
    }

    /** Up to which entry none is missing. */
    public synchronized long upTo() {
        return upTo;
    }

    public synchronized int size() {
        return entries.size();
    }

    public int again() {
        return again.get();
    }

    public synchronized Map<Long, Entry> entries() {
        return new TreeMap<>(entries);
    }

    public synchronized Map<String, Integer> byWay() {
        return new TreeMap<>(byWay);
    }
}
