package org.parley.referral.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.CoordinatorView;
import org.parley.referral.audience.CoordinatorView.RoutedOffer;
import org.parley.referral.routing.Matter;
import org.parley.referral.routing.Router;
import org.springframework.stereotype.Component;

/** Why centers were asked, as it is stored with the offers, and what speaks for each now: with names instead of codes. */
@Component
class RoutingWords {

    private static final Pattern COMPARED = Pattern.compile("before ([a-z][a-z0-9-]*): (.*)");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9_-]*[A-Z0-9]\\b");
    private static final Pattern LANGUAGE = Pattern.compile("(?<=\\bworks? in )[a-z]{2,3}\\b");
    private static final List<String> LISTS = List.of("commands", "boroughs", "dispute-types");

    private final Router router;
    private final CenterNames names;
    private final Words words;

    RoutingWords(Router router, CenterNames names, Words words) {
        this.router = router;
        this.names = names;
        this.words = words;
    }

    /** A center and all that was said of it. */
    record Judged(String id, String name, String reasons) {}

    /**
     * A center that was asked.
     *
     * @param reason why it said no; null where it didn't, or gave none
     * @param others those that could have been asked instead, and what they had to offer
     */
    record Asked(
            int number,
            String name,
            String times,
            String answer,
            @Nullable String reason,
            String why,
            List<Judged> others) {}

    /**
     * What routing says of a center now.
     *
     * @param eligible whether it would ask it by itself
     * @param accepting whether it can be asked by hand: one that takes none at present is not bothered
     */
    record Candidate(Judged center, boolean eligible, boolean accepting) {}

    List<Asked> asked(CoordinatorView view) {
        return view.offers().stream().map(this::asked).toList();
    }

    private Asked asked(RoutedOffer offer) {
        var decided = offer.decidedAt();
        var reason = offer.reason();
        return new Asked(
                offer.number(),
                names.of(offer.center()),
                "Asked " + words.time(offer.offeredAt()) + ", to answer by " + words.time(offer.deadline()),
                answer(offer) + (decided == null ? "" : " " + words.time(decided)),
                reason == null ? null : words.reason(reason),
                offer.why().stream()
                        .filter(why -> !COMPARED.matcher(why).matches())
                        .map(this::named)
                        .collect(Collectors.joining(", ")),
                offer.why().stream().flatMap(why -> compared(why).stream()).toList());
    }

    private static String answer(RoutedOffer offer) {
        return switch (offer.state()) {
            case PENDING -> "Has not answered yet";
            case ACCEPTED -> "Accepted";
            case DECLINED -> "Declined";
            case EXPIRED -> "Time to answer ran out";
            case WITHDRAWN -> "Taken back";
        };
    }

    private Optional<Judged> compared(String why) {
        var parts = COMPARED.matcher(why);
        return parts.matches()
                ? Optional.of(new Judged(parts.group(1), names.of(parts.group(1)), named(parts.group(2))))
                : Optional.empty();
    }

    /** Every center of the directory, as routing would rank it now, best first. */
    List<Candidate> candidates(CoordinatorView view) {
        var asked = view.offers().stream().map(RoutedOffer::center).collect(Collectors.toSet());
        return router
                .rank(new Matter(view.borough(), view.command(), view.type(), view.language()), Set.copyOf(asked))
                .stream()
                .map(candidate -> new Candidate(
                        new Judged(
                                candidate.center().id(),
                                candidate.center().name(),
                                candidate.reasons().stream().map(this::named).collect(Collectors.joining(", "))),
                        candidate.eligible(),
                        candidate.center().accepting()))
                .toList();
    }

    /** A reason with the names of what it names by a code. */
    String named(String reason) {
        var codes = CODE.matcher(reason).replaceAll(found -> quoted(name(found)));
        return LANGUAGE.matcher(codes).replaceAll(found -> quoted(words.name("languages", found.group())));
    }

    private String name(MatchResult found) {
        return LISTS.stream()
                .filter(list -> Words.knows(list, found.group()))
                .findFirst()
                .map(list -> words.name(list, found.group()))
                .orElse(found.group());
    }

    private static String quoted(String name) {
        return Matcher.quoteReplacement(name);
    }
}
