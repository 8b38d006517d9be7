package org.parley.bench.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Latency;
import org.parley.bench.harness.VoidRun;

/** What was offered in a round against what came to the endpoints. */
final class Books {

    private final Map<String, Hook> hooks;
    private final Map<String, Offer> offers;
    private final List<Receipt> receipts;
    private final Map<String, Receipt> taken = new HashMap<>();

    /** @param hooks that had an endpoint */
    Books(Collection<Hook> hooks, Collection<Offer> offers, Collection<Receipt> receipts) {
        this.hooks = hooks.stream().collect(Collectors.toMap(Hook::center, Function.identity()));
        this.offers = offers.stream().collect(Collectors.toMap(Offer::referral, Function.identity()));
        this.receipts =
                receipts.stream().sorted(Comparator.comparingLong(Receipt::at)).toList();
    }

    /** @throws VoidRun if something was lost, came to the wrong one, unsigned, or to whoever was not to be asked */
    Books check() {
        receipts.forEach(this::check);
        offers.values().stream()
                .filter(offer -> isFine(offer.center()))
                .forEach(offer -> VoidRun.unless(
                        taken.containsKey(offer.referral()),
                        "lost: %s did not come to %s",
                        offer.referral(),
                        offer.center()));
        var byCenter = receipts.stream().collect(Collectors.groupingBy(Receipt::center));
        hooks.keySet().forEach(center -> VoidRun.unless(byCenter.containsKey(center), "%s was never asked", center));
        byCenter.values().forEach(all -> {
            for (var place = 1; place < all.size(); place++) {
                follows(all.get(place - 1), all.get(place));
            }
        });
        return this;
    }

    private void check(Receipt receipt) {
        VoidRun.unless(receipt.signed(), "%s came unsigned", receipt.id());
        VoidRun.unless(hooks.containsKey(receipt.center()), "%s has no endpoint, and was asked", receipt.center());
        var offer = offers.get(receipt.referral());
        VoidRun.unless(
                offer != null && offer.center().equals(receipt.center()),
                "%s was not offered to %s, and came there",
                receipt.referral(),
                receipt.center());
        if (receipt.answered() == Behaviour.FINE.status()) {
            var first = taken.putIfAbsent(receipt.referral(), receipt);
            VoidRun.unless(
                    first == null || first.id().equals(receipt.id()), "%s came under two ids", receipt.referral());
        }
    }

    private static void follows(Receipt before, Receipt next) {
        VoidRun.unless(before.answered() != Behaviour.GONE.status(), "%s is gone, and was asked", next.center());
        var patience =
                before.answered() == Behaviour.PATIENCE.status() ? Duration.ofSeconds(Door.PATIENCE) : Duration.ZERO;
        VoidRun.unless(
                next.at() - before.at() >= patience.toNanos() / 1_000,
                "%s asked for %d s of patience and was asked after %d ms",
                next.center(),
                patience.toSeconds(),
                (next.at() - before.at()) / 1_000);
    }

    private boolean isFine(String center) {
        var hook = hooks.get(center);
        return hook != null && hook.isFine();
    }

    /** Of those that are fine, in the same process: {@code feed p99} from the feed and {@code post p99} from the post. */
    Figures figures() {
        return latency("feed ", Offer::told)
                .and(latency("post ", Offer::posted))
                .and("repeated", fineRequests() - taken.size())
                .and("requests to bad ones", receipts.size() - fineRequests());
    }

    private double fineRequests() {
        return receipts.stream().filter(receipt -> isFine(receipt.center())).count();
    }

    private Figures latency(String from, ToLongFunction<Offer> begin) {
        var latency = new Latency();
        offers.values().stream()
                .filter(offer -> isFine(offer.center()))
                .forEach(offer -> latency.add(1_000
                        * (Objects.requireNonNull(taken.get(offer.referral())).at() - begin.applyAsLong(offer))));
        return Figures.of(from + "p50", latency.millis(50)).and(from + "p99", latency.millis(99));
    }
}
