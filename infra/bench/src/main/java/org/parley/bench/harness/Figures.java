package org.parley.bench.harness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What one round of one contender gave, by name. */
public record Figures(Map<String, Double> byName) {

    /** Units of work per second; every contender that is compared by throughput has it. */
    public static final String RATE = "rate";

    public Figures {
        byName = Map.copyOf(byName);
    }

    public static Figures of(String name, double value) {
        return new Figures(Map.of(name, value));
    }

    public static Figures rate(double perSecond) {
        return of(RATE, perSecond);
    }

    public Figures and(String name, double value) {
        return and(of(name, value));
    }

    public Figures and(Figures more) {
        var all = new LinkedHashMap<>(byName);
        all.putAll(more.byName);
        return new Figures(all);
    }

    /** The same, one of them under another name. */
    public Figures renamed(String from, String to) {
        var all = new LinkedHashMap<>(byName);
        all.put(to, of(from));
        all.remove(from);
        return new Figures(all);
    }

    /** Of all figures whose name begins so. */
    public double sum(String prefix) {
        return byName.entrySet().stream()
                .filter(figure -> figure.getKey().startsWith(prefix))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    public double of(String name) {
        var value = byName.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no figure " + name + " among " + byName.keySet());
        }
        return value;
    }

    @Override
    public String toString() {
        return byName.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(figure -> figure.getKey() + " " + Table.text(figure.getValue()))
                .collect(Collectors.joining(", "));
    }
}
