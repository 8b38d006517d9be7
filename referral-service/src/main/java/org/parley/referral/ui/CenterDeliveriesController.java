package org.parley.referral.ui;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.AttemptList;
import org.parley.referral.delivery.Attempt;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.Endpoints;
import org.parley.referral.delivery.Feed;
import org.parley.referral.delivery.FeedEntry;
import org.parley.referral.delivery.Replays;
import org.parley.referral.delivery.Replays.Asked;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came of a center's webhook, and having it once more. */
@PageController
class CenterDeliveriesController {

    private static final String PAGE = "/center/deliveries";
    private static final int LINES = 50;

    private final Endpoints endpoints;
    private final DeliveryLog log;
    private final Feed feed;
    private final Replays replays;
    private final Words words;
    private final Clock clock;

    CenterDeliveriesController(
            Endpoints endpoints, DeliveryLog log, Feed feed, Replays replays, Words words, Clock clock) {
        this.endpoints = endpoints;
        this.log = log;
        this.feed = feed;
        this.replays = replays;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    ModelAndView show(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return page(CenterEndpointController.center(caller), cursor, HttpStatus.OK);
    }

    @PostMapping(PAGE + "/{n}/replay")
    ModelAndView replay(Caller caller, @PathVariable long n, RedirectAttributes next) {
        var center = CenterEndpointController.center(caller);
        if (n < 1) {
            throw ProblemException.notFound();
        }
        return asked(center, null, () -> replays.ask(center, n, n), next);
    }

    @PostMapping(PAGE + "/replay")
    ModelAndView replaySince(
            Caller caller, @RequestParam(required = false) @Nullable String since, RedirectAttributes next) {
        var center = CenterEndpointController.center(caller);
        var from = PageTimes.day(since).filter(day -> !day.isAfter(clock.instant()));
        return from.isEmpty()
                ? wrong(center, since, "Choose today or a day before.")
                : asked(center, since, () -> replays.askSince(center, from.get()), next);
    }

    private ModelAndView asked(String center, @Nullable String since, Supplier<Asked> asking, RedirectAttributes next) {
        if (endpoints.find(center).isEmpty()) {
            return page(center, null, HttpStatus.CONFLICT)
                    .addObject("refused", "Your center has no endpoint that anything could be delivered to.");
        }
        return switch (asking.get()) {
            case Asked.Accepted accepted -> {
                next.addFlashAttribute("said", said(accepted));
                yield new ModelAndView("redirect:" + PAGE);
            }
            case Asked.TooMany _ ->
                wrong(center, since, "That is more than " + Replays.MOST + " at once. Choose a later day, or wait.");
        };
    }

    /** What was not delivered yet is on its way without being asked for. */
    private static String said(Asked.Accepted accepted) {
        var many = accepted.to() - accepted.from() + 1;
        if (many < 1) {
            return "There is nothing to deliver once more: it was not delivered yet, or nothing is there.";
        }
        return (many == 1 ? "One entry is" : many + " entries are")
                + " delivered once more. Look again in a moment to see what came of it.";
    }

    private ModelAndView wrong(String center, @Nullable String since, String why) {
        return page(center, null, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("since", since)
                .addObject("wrong", why);
    }

    private ModelAndView page(String center, @Nullable String cursor, HttpStatus status) {
        var some = AttemptList.read(log, center, LINES, cursor);
        var numbers = some.items().stream().mapToLong(Attempt::n).distinct();
        var entries = feed.read(center, numbers).stream().collect(Collectors.toMap(FeedEntry::n, Function.identity()));
        var endpoint = endpoints.find(center);
        var retries = endpoint.map(log::retries).orElse(Map.of());
        var page = new ModelAndView("center-deliveries", status);
        page.addObject("lines", AttemptLine.of(some.items(), entries, retries, words));
        page.addObject("next", some.next());
        page.addObject("there", endpoint.isPresent());
        page.addObject("words", words);
        return page;
    }
}
