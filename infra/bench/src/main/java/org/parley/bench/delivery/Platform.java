package org.parley.bench.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.bench.harness.Canary;
import org.parley.bench.harness.Figures;
import org.parley.bench.harness.Ground;
import org.parley.bench.harness.Load;
import org.parley.bench.harness.TopicTail;
import org.parley.bench.harness.VoidRun;
import org.parley.bench.intake.Bodies;
import org.parley.bench.intake.Taker;

/** Referral-service with the centers of a mix: referrals are posted, and the offers come to the endpoints. */
final class Platform {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Who can post at once. */
    private static final int MANY = 64;

    private final Ground ground;
    private final Mix mix;
    private final Receiving receiving;
    private final Bounds bounds;
    private final Taker taker;
    private final Centers centers;
    private final Bodies bodies;

    Platform(Ground ground, Mix mix, Receiving receiving, Bounds bounds) throws IOException {
        this.ground = ground;
        this.mix = mix;
        this.receiving = receiving;
        this.bounds = bounds;
        var directory = Files.writeString(ground.folder("centers.csv"), mix.directory());
        var service = ground.service(
                "referral-service",
                "--parley.referral.centers=" + directory.toUri(),
                "--parley.webhooks.allow-private=true",
                // Each is a look at all that was ever posted, while which the embedded store takes no write.
                "--parley.outbox.sweep-every=1h",
                "--parley.referral.load-recount=1h");
        taker = Taker.parley(ground, "Parley", ground.scope(), service.address());
        centers = new Centers(ground, service.address());
        bodies = new Bodies(ground.scope(), true);
        centers.register(mix.fine(), receiving.behave(mix.hooks()));
    }

    /** Posts a second when they come as fast as they are answered, until the last delivery was taken. */
    double capacity(long posts) throws Exception {
        return round(mix.fine(), Bounds.NONE, referring -> Load.closed(MANY / 4, posts, _ -> referring.client()))
                .of("through");
    }

    /** At that rate, with endpoints that misbehave or without: their centers are offered as much in either case. */
    Figures round(boolean bad, double perSecond, long posts) throws Exception {
        var urls = receiving.behave(mix.hooks());
        if (bad) {
            centers.register(mix.bad(), urls);
        }
        return round(
                bad ? mix.hooks() : mix.fine(),
                bounds,
                referring -> Load.open(MANY, perSecond, posts, _ -> referring.client()));
    }

    private Figures round(List<Hook> hooks, Bounds within, Function<Referring, Load> underLoad) throws Exception {
        receiving.behave(mix.hooks());
        var referring = new Referring(mix, bodies, taker.address(), ground.token("connector"));
        var topic = new TopicTail(ground, taker.topic());
        var operations = taker.operations().get();
        var cpu = ground.cpu();
        try (var canary = new Canary()) {
            var load = underLoad.apply(referring);
            topic.await(load.done() * taker.events(), PATIENCE);
            receiving.await(referring.fine());
            var through = load.done() / ((System.nanoTime() - load.beganNanos()) / 1e9);
            within.check(canary);
            within.onTime(referring.late());
            var figures = Figures.rate(load.perSecond())
                    .and("through", through)
                    .and(load.latency().figures())
                    .and("late p99", referring.late().millis(99))
                    .and(canary.figures())
                    .and(ground.cpu().since(cpu, load.done()))
                    .and(taker.operations().get().since(operations, load.done()));
            centers.unregister(hooks.stream().filter(hook -> !hook.isFine()).toList());
            var offers = referring.offers(topic, load);
            inboxesHold(offers);
            return figures.and(
                    new Books(hooks, offers, receiving.receipts()).check().figures());
        }
    }

    /** What the bad ones did not take waits for them there, and nothing else. */
    private void inboxesHold(Collection<Offer> offers) {
        for (var hook : mix.bad()) {
            var there = centers.emptyInbox(hook);
            var offered = offers.stream()
                    .filter(offer -> offer.center().equals(hook.center()))
                    .map(Offer::referral)
                    .collect(Collectors.toSet());
            VoidRun.unless(
                    there.equals(offered),
                    "the inbox of %s has %d entries, and was offered %d",
                    hook.center(),
                    there.size(),
                    offered.size());
        }
    }
}
