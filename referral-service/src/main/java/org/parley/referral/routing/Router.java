package org.parley.referral.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which center is asked. Catchment and dispute type decide who may be; among those, who speaks the language comes first,
 * then who has capacity left this week, then who has the fewest open referrals, then the directory's order.
 */
@Component
public final class Router {

    private final Directory directory;
    private final Loads loads;

    public Router(Directory directory, Loads loads) {
        this.directory = directory;
        this.loads = loads;
    }

    /** The best center that was not asked yet, and why it and not the others; none when there is none left. */
    public Optional<Choice> next(Matter matter, Set<String> asked) {
        var ranked = rank(matter, asked).stream().filter(Candidate::eligible).toList();
        return ranked.stream().findFirst().map(best -> new Choice(best.center(), why(ranked)));
    }

    public Optional<Center> find(String center) {
        return directory.find(center);
    }

    /** Every center of the directory, best first; those that may not be asked last, with what rules them out. */
    public List<Candidate> rank(Matter matter, Set<String> asked) {
        var eligible = new ArrayList<Center>();
        var others = new ArrayList<Candidate>();
        for (var center : directory.all()) {
            var against = against(center, matter, asked);
            if (against.isEmpty()) {
                eligible.add(center);
            } else {
                others.add(new Candidate(center, false, against));
            }
        }
        var best = Comparator.comparing((Center center) -> center.mayNotSpeak(matter.language()))
                .thenComparing(center -> center.isFull(loads.of(center.id())))
                .thenComparingInt(center -> loads.of(center.id()).open());
        return Stream.concat(
                        eligible.stream()
                                .sorted(best)
                                .map(center -> new Candidate(center, true, inFavour(center, matter))),
                        others.stream())
                .toList();
    }

    private static List<String> against(Center center, Matter matter, Set<String> asked) {
        var against = new ArrayList<String>();
        if (!center.catches(matter.borough(), matter.command())) {
            against.add("does not serve " + matter.command() + " in " + matter.borough());
        }
        if (!center.takes(matter.type())) {
            against.add("does not take " + matter.type());
        }
        if (!center.accepting()) {
            against.add("takes no referrals at present");
        }
        if (asked.contains(center.id())) {
            against.add("was asked before");
        }
        return against;
    }

    private List<String> inFavour(Center center, Matter matter) {
        var load = loads.of(center.id());
        return List.of(
                "serves " + matter.borough(),
                "takes " + matter.type(),
                center.saysOf(matter.language()),
                center.saysOf(load),
                load.open() + " open");
    }

    /** The reasons of the best, and how each of the others compares. */
    private static List<String> why(List<Candidate> ranked) {
        var why = new ArrayList<>(ranked.getFirst().reasons());
        for (var place = 1; place < ranked.size(); place++) {
            var other = ranked.get(place);
            why.add("before " + other.center().id() + ": "
                    + String.join(
                            ", ", other.reasons().subList(2, other.reasons().size())));
        }
        return why;
    }
}
