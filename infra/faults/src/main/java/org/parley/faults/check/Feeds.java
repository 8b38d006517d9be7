package org.parley.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.faults.history.FeedLine;

/**
 * A center's feed is numbered from 1 without a gap, has each offer to it once, and after it, where the precinct took the
 * referral back from the center, its withdrawal once. There is nothing else in it.
 */
final class Feeds implements Rule {

    private static final String OFFER = "OFFER";
    private static final String WITHDRAWN = "OFFER_WITHDRAWN";

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
        var lines = new HashMap<About, Long>();
        for (var line : run.found().feeds()) {
            var about = about(line, due);
            if (!due.contains(about)) {
                broken.accept("The feed of " + line.center() + " has at " + line.n() + " an " + about
                        + ", of which no event tells");
            } else if (lines.putIfAbsent(about, line.n()) != null) {
                broken.accept("The feed of " + line.center() + " has the " + about + " twice");
            }
        }
        for (var about : due) {
            var n = lines.get(about);
            if (n == null) {
                broken.accept("The feed of " + about.center() + " lacks the " + about);
            } else if (about.kind().equals(WITHDRAWN) && n < lines.getOrDefault(offer(about), 0L)) {
                broken.accept("The feed of " + about.center() + " has the " + about + " before its offer");
            }
        }
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

    private static Set<About> due(Run run) {
        var due = new HashSet<About>();
        run.courses()
                .values()
                .forEach(course -> course.forEach(step -> {
                    for (var offer : step.offers()) {
                        due.add(new About(offer.center(), step.id(), offer.number(), OFFER));
                        // From whoever had it open or had taken it.
                        if (step.is("withdrawn")
                                && Set.of("WITHDRAWN", "ACCEPTED").contains(offer.state())) {
                            due.add(new About(offer.center(), step.id(), offer.number(), WITHDRAWN));
                        }
                    }
                }));
        return due;
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

    private static About offer(About withdrawal) {
        return new About(withdrawal.center(), withdrawal.referral(), withdrawal.offer(), OFFER);
    }
}
