package org.parley.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.faults.history.FeedLine;

/**
 * A center's feed is numbered from 1 without a gap and has each offer to it once. What became of an offer comes after
 * it: each correction while it was open, each reminder while the center had the referral, and its withdrawal once,
 * where the precinct took the referral back or the time to answer had passed. There is nothing else in it.
 */
final class Feeds implements Rule {

    private static final String OFFER = "OFFER";
    private static final String AMENDED = "OFFER_AMENDED";
    private static final String WITHDRAWN = "OFFER_WITHDRAWN";
    private static final String REMINDER = "REMINDER";

    /** One line of a feed must be about this. */
    private record About(String center, String referral, int offer, String kind) {

        @Override
        public String toString() {
            return kind + " of offer " + offer + " of referral " + referral;
        }
    }

    @Override
    public void check(Run run, Consumer<String> broken) {
        numbers(run.found().feeds(), broken);
        var due = due(run);
        var lines = new HashMap<About, List<Long>>();
        for (var line : run.found().feeds()) {
            var about = about(line, due.keySet());
            var its = lines.computeIfAbsent(about, _ -> new ArrayList<>());
            its.add(line.n());
            var times = due.getOrDefault(about, 0);
            if (times == 0) {
                broken.accept("The feed of " + line.center() + " has at " + line.n() + " the " + about
                        + ", of which no event tells");
            } else if (its.size() > times) {
                broken.accept("The feed of " + line.center() + " has the " + about
                        + (times == 1 ? " twice" : " more than " + times + " times"));
            }
        }
        due.forEach((about, times) -> {
            var its = lines.getOrDefault(about, List.of());
            if (its.size() < times) {
                broken.accept("The feed of " + about.center() + " lacks the " + about);
            } else if (its.getFirst() < lines.getOrDefault(offer(about), its).getFirst()) {
                broken.accept("The feed of " + about.center() + " has the " + about + " before its offer");
            }
        });
    }

    private static void numbers(List<FeedLine> feeds, Consumer<String> broken) {
        Map<String, List<Long>> numbers = new LinkedHashMap<>();
        feeds.forEach(line ->
                numbers.computeIfAbsent(line.center(), _ -> new ArrayList<>()).add(line.n()));
        numbers.forEach((center, its) -> {
            var due = 1L;
            for (var n : its) {
                if (n != due) {
                    broken.accept("The feed of " + center + " has " + n + " where " + due + " is due");
                }
                due = n + 1;
            }
        });
    }

    /** What must stand in the feeds, and how often. */
    private static Map<About, Integer> due(Run run) {
        var due = new HashMap<About, Integer>();
        run.courses()
                .values()
                .forEach(course -> course.forEach(step -> {
                    for (var offer : step.offers()) {
                        due.put(about(step, offer, OFFER), 1);
                        if (Set.of("WITHDRAWN", "EXPIRED").contains(offer.state())) {
                            due.put(about(step, offer, WITHDRAWN), 1);
                        }
                    }
                    switch (step.past()) {
                        case "amended" ->
                            step.open().forEach(offer -> due.merge(about(step, offer, AMENDED), 1, Integer::sum));
                        case "overdue" ->
                            step.taken().ifPresent(offer -> due.merge(about(step, offer, REMINDER), 1, Integer::sum));
                        case "withdrawn", "entered-in-error" ->
                            step.taken().ifPresent(offer -> due.put(about(step, offer, WITHDRAWN), 1));
                        default -> {}
                    }
                }));
        return due;
    }

    private static About about(Step step, Step.Offer offer, String kind) {
        return new About(offer.center(), step.id(), offer.number(), kind);
    }

    /** Where the inbox does not tell the offer, it is the only one there is. */
    private static About about(FeedLine line, Set<About> due) {
        var told = new About(line.center(), line.referral(), line.offer(), line.kind());
        return line.offer() != 0
                ? told
                : due.stream()
                        .filter(about -> about.center().equals(line.center())
                                && about.referral().equals(line.referral())
                                && about.kind().equals(line.kind()))
                        .findFirst()
                        .orElse(told);
    }

    private static About offer(About one) {
        return new About(one.center(), one.referral(), one.offer(), OFFER);
    }
}
