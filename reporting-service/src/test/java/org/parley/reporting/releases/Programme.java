package org.parley.reporting.releases;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.parley.reporting.Dimension;
import org.parley.reporting.Metric;
import org.parley.reporting.MetricGroup;
import org.parley.reporting.counting.Cut;

/** What happens in a city, case by case, and what of it becomes known late. */
final class Programme {

    private static final Map<MetricGroup, List<Metric>> CHAINS = Map.of(
            MetricGroup.REFERRALS,
            List.of(Metric.REFERRALS_SUBMITTED, Metric.REFERRALS_ACCEPTED, Metric.REFERRALS_CLOSED),
            MetricGroup.SESSIONS,
            List.of(Metric.SESSIONS_HELD, Metric.AGREEMENTS),
            MetricGroup.MICRO_INTERVENTIONS,
            List.of(Metric.MICRO_INTERVENTIONS, Metric.ARRESTS_AVOIDED),
            MetricGroup.CERTIFICATES,
            List.of(Metric.OFFICERS_CERTIFIED));

    /** @param reach how many of the group's metrics count it, from the widest */
    private record Case(MetricGroup group, YearMonth month, List<String> values, int reach) {}

    private final Random random;
    private final List<Case> cases = new ArrayList<>();

    Programme(long seed) {
        random = new Random(seed);
    }

    /** Few cases, most places with none or next to none, some with many. */
    void happens(Quarter quarter, int boroughs, int commands, int types) {
        for (var group : CHAINS.keySet()) {
            var busy = random.nextInt(4);
            for (var borough = 0; borough < boroughs; borough++) {
                for (var command = 0; command < commands; command++) {
                    var most = new int[] {0, 3, 14, 50}[random.nextInt(busy + 1)];
                    happen(group, quarter, place(borough, command), types, most == 0 ? 0 : random.nextInt(most));
                }
            }
        }
    }

    void happen(MetricGroup group, Quarter quarter, List<String> place, int types, int many) {
        for (var i = 0; i < many; i++) {
            var values = new ArrayList<>(place);
            if (group.dimensions().contains(Dimension.CENTER)) {
                values.add(random.nextInt(4) == 0 ? "" : "center-" + skewed(3));
            }
            values.add(group == MetricGroup.CERTIFICATES ? "cohort-" + quarter.text() : "TYPE_" + skewed(types));
            cases.add(new Case(group, quarter.months().get(random.nextInt(3)), values, reach(group)));
        }
    }

    private int reach(MetricGroup group) {
        var reach = 1;
        while (reach < CHAINS.getOrDefault(group, List.of()).size()
                && random.nextInt(100) < (group == MetricGroup.MICRO_INTERVENTIONS ? 25 : 65)) {
            reach++;
        }
        return reach;
    }

    static List<String> place(int borough, int command) {
        return List.of("B" + borough, "PCT-" + borough + command);
    }

    /** Many of the first, few of the last. */
    private int skewed(int many) {
        return Math.min(random.nextInt(many), random.nextInt(many));
    }

    /** Some single cases come late or are taken back, and now and then a whole pile of one place. */
    void isCorrected(Quarter quarter, int boroughs, int commands, int types) {
        for (var group : CHAINS.keySet()) {
            for (var some = random.nextInt(4); some > 0; some--) {
                var place = place(random.nextInt(boroughs), random.nextInt(commands));
                switch (random.nextInt(5)) {
                    case 0 -> happen(group, quarter, place, types, 11 + random.nextInt(20));
                    case 1 -> isTakenBack(group, quarter, place, 11 + random.nextInt(20));
                    case 2 -> isTakenBack(group, quarter, place, 1);
                    default -> happen(group, quarter, place, types, 1);
                }
            }
        }
    }

    private void isTakenBack(MetricGroup group, Quarter quarter, List<String> place, int many) {
        var there = cases.stream()
                .filter(one -> one.group() == group
                        && quarter.months().contains(one.month())
                        && one.values().subList(0, 2).equals(place))
                .limit(many)
                .toList();
        there.forEach(cases::remove);
    }

    Map<MetricGroup, Cut> counted() {
        var counted = new EnumMap<MetricGroup, Map<YearMonth, Map<List<String>, Map<Metric, Long>>>>(MetricGroup.class);
        for (var group : MetricGroup.values()) {
            counted.put(group, new HashMap<>());
        }
        for (var one : cases) {
            var metrics = counted.get(one.group())
                    .computeIfAbsent(one.month(), none -> new HashMap<>())
                    .computeIfAbsent(one.values(), none -> new EnumMap<>(Metric.class));
            var chain = CHAINS.get(one.group());
            IntStream.range(0, one.reach()).forEach(i -> metrics.merge(chain.get(i), 1L, Long::sum));
        }
        var cuts = new EnumMap<MetricGroup, Cut>(MetricGroup.class);
        counted.forEach((group, cells) -> cuts.put(group, new Cut(cells, Map.of())));
        return cuts;
    }
}
