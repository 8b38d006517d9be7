package org.parley.casework.books;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The offers of one referral by their number. Guarded by its account. */
final class Offers {

    private final NavigableMap<Integer, Offered> all = new TreeMap<>();
    private final Set<Integer> byHand = new HashSet<>();

    /** The one that is known under this number, if there is one already. */
    Optional<Offered> add(int number, String center) {
        return Optional.ofNullable(all.putIfAbsent(number, new Offered(number, center)));
    }

    void placing(int number) {
        byHand.add(number);
    }

    Offered get(int number) {
        return find(number).orElseThrow(() -> new IllegalStateException("There is no offer " + number));
    }

    Optional<Offered> find(int number) {
        return Optional.ofNullable(all.get(number));
    }

    /** An earlier one that is pending here has expired, and its center has not been told yet. */
    Optional<Offered> open() {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.lastEntry().getValue()).filter(offer -> offer.state == Offered.State.PENDING);
    }

    Optional<Offered> lastTo(String center) {
        return all.descendingMap().values().stream()
                .filter(offer -> offer.center.equals(center))
                .findFirst();
    }

    Stream<Offered> stream() {
        return all.values().stream();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Account.Decided> decisions() {
        return stream()
                .map(offer -> new Account.Decided(offer.center, offer.state.name(), byHand.contains(offer.number)))
                .toList();
    }

    /** Each with what came of it. */
    Stream<String> steps() {
        return stream().flatMap(offer -> Stream.concat(Stream.of(asking(offer)), offer.steps.stream()));
    }

    private String asking(Offered offer) {
        return byHand.contains(offer.number)
                ? Account.step("OFFERED", "coordinator", offer.center, "BY_HAND")
                : Account.step("OFFERED", "system", offer.center, "");
    }
}
