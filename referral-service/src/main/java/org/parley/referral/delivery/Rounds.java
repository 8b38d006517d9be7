package org.parley.referral.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.Attempt.Outcome;
import org.parley.referral.delivery.Endpoint.Reason;
import org.parley.referral.delivery.Progress.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What one visit to an endpoint does: try again what is due, repeat what was asked for, and read on in the feed. */
@Component
class Rounds {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    /** With the delivery that is under way then, it is over before the lease is. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int PAGE = 20;

    private final Feed feed;
    private final WebhookSender sender;
    private final Endpoints endpoints;
    private final WebhookSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    Rounds(
            Feed feed,
            WebhookSender sender,
            Endpoints endpoints,
            WebhookSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.feed = feed;
        this.sender = sender;
        this.endpoints = endpoints;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * @param more whether it ended before all was looked at that could be brought
     * @param restsUntil of an endpoint that has failed so often that something was not sent; null of any other
     */
    record Done(
            Progress progress,
            Health health,
            Replay replay,
            List<Attempt> attempts,
            boolean more,
            @Nullable Instant restsUntil) {}

    Done make(Endpoint endpoint, Standing begin) {
        var round = new Round(endpoint, begin);
        round.retry();
        round.repeat();
        round.readOn();
        return new Done(
                round.progress,
                round.health,
                round.replay,
                List.copyOf(round.attempts),
                round.isFullPage || round.isTimeUp() || round.replay.isPending(),
                round.restsUntil);
    }

    private final class Round {
        private final Endpoint endpoint;
        private final Standing begin;
        private final Instant began = clock.instant();
        private final List<Attempt> attempts = new ArrayList<>();
        private Progress progress;
        private Health health;
        private Replay replay;
        private boolean over;
        private boolean isFullPage;
        private @Nullable Instant restsUntil;

        Round(Endpoint endpoint, Standing begin) {
            this.endpoint = endpoint;
            this.begin = begin;
            this.progress = begin.progress();
            this.health = begin.health();
            this.replay = begin.replay();
        }

        private void retry() {
            var due = begin.due(began);
            var again = due.stream().filter(Waiting::again).map(Waiting::n).collect(Collectors.toSet());
            for (var entry : feed.read(endpoint.subscriber(), due.stream().mapToLong(Waiting::n))) {
                if (isOver() || !deliver(entry, again.contains(entry.n()))) {
                    return;
                }
            }
        }

        /** Those that are no longer there are passed over. */
        private void repeat() {
            var numbers = replay.next(PAGE);
            for (var entry : feed.read(endpoint.subscriber(), numbers.stream().mapToLong(Long::longValue))) {
                if (isOver() || !new Standing(progress, health, replay, begin.log()).mayRepeat()) {
                    return;
                }
                if (progress.hasWaiting(entry.referral())) {
                    progress = progress.waits(new Waiting(entry.n(), entry.referral(), 0, began, true));
                } else if (!deliver(entry, true)) {
                    return;
                }
                replay = replay.passed(entry.n());
            }
            if (!over && !numbers.isEmpty()) {
                replay = replay.passed(numbers.getLast());
            }
        }

        private void readOn() {
            if (isOver()) {
                return;
            }
            var page = feed.read(endpoint.subscriber(), begin.progress().taken(), PAGE);
            isFullPage = page.size() == PAGE;
            for (var entry : page) {
                if (isOver() || !progress.mayReadOn()) {
                    return;
                }
                if (progress.hasWaiting(entry.referral()) || (replay.isPending() && !entry.isFirst())) {
                    progress = progress.waits(new Waiting(entry.n(), entry.referral(), 0, began, false));
                } else if (!deliver(entry, false)) {
                    return;
                }
            }
        }

        private boolean isOver() {
            return over || isTimeUp();
        }

        private boolean isTimeUp() {
            return clock.instant().isAfter(began.plus(LONGEST));
        }

        /** False when the entry stays where it is: it was not sent, or to nobody. */
        private boolean deliver(FeedEntry entry, boolean again) {
            var sent = sender.send(endpoint, entry);
            sent.ifPresent(answer -> note(entry, answer, again));
            if (sent.isEmpty()) {
                over = true;
                restsUntil = clock.instant().plus(settings.breakerPause());
            }
            return sent.isPresent() && !sent.get().gone();
        }

        private void note(FeedEntry entry, Answer answer, boolean again) {
            var now = clock.instant();
            if (answer.taken()) {
                progress = progress.delivered(entry.n());
                health = health.taken();
                attempts.add(Attempt.of(entry, now, Outcome.TAKEN, answer));
                return;
            }
            health = health.failed(now, RetryAfter.until(answer.retryAfter(), now));
            attempts.add(Attempt.of(entry, now, answer.gone() ? Outcome.FAILED : postponed(entry, again, now), answer));
            if (answer.gone()) {
                disable(Reason.GONE);
            } else if (health.hasFailedFor(settings.disableAfter(), now)) {
                disable(Reason.FAILING);
            }
            over |= health.isLeftAlone(now);
        }

        private Outcome postponed(FeedEntry entry, boolean again, Instant now) {
            var tried = progress.attempts(entry.n()) + 1;
            var next = settings.next(tried, now).map(health::notBefore);
            progress = next.map(at -> progress.waits(new Waiting(entry.n(), entry.referral(), tried, at, again)))
                    .orElseGet(() -> progress.givenUp(entry.n()));
            return next.isPresent() ? Outcome.FAILED : Outcome.GIVEN_UP;
        }

        private void disable(Reason reason) {
            over = true;
            if (endpoints.disable(endpoint, reason)) {
                meters.counter("parley.webhooks.disabled", "reason", reason.name())
                        .increment();
                log.warn("Endpoint of {} is disabled: {}", endpoint.subscriber(), reason);
            }
        }
    }
}
