package org.parley.casework.desks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.casework.books.Account;
import org.parley.casework.books.Entry;
import org.parley.casework.calls.Answer;
import org.parley.casework.calls.Doors;
import org.parley.casework.calls.Unexpected;
import org.parley.casework.plan.Decision;
import org.parley.casework.plan.Plan;
import org.parley.casework.plan.Temperament;
import tools.jackson.databind.JsonNode;

/** Does at one center with each offer what the plan says, and writes it down. */
final class Caseworker {

    /** Longer than this no offer is waited for to expire. */
    private static final Duration WORTH_WAITING = Duration.ofMinutes(2);

    private final String center;
    private final Temperament temperament;
    private final Plan plan;
    private final Doors doors;
    private final Activity activity;

    Caseworker(String center, Temperament temperament, Plan plan, Doors doors, Activity activity) {
        this.center = center;
        this.temperament = temperament;
        this.plan = plan;
        this.doors = doors;
        this.activity = activity;
    }

    void answer(Account account, Entry offer) {
        var concern = new Concern(center, account, doors);
        try {
            var deadline = deadline(concern, offer);
            switch (plan.decide(account.row().reference(), center, temperament, offer.offer())) {
                case Decision.Declines(var reason) -> decline(concern, offer, reason);
                case Decision.Lapses(var otherwise) -> letLapse(concern, offer, deadline, otherwise);
                case Decision.TakenBack(var reason) -> takeBack(concern, offer, reason);
                case Decision.Accepts(var course) -> {
                    if (inTime(account, offer, concern.act("accept"))) {
                        account.accepted(offer.offer());
                        new Working(concern, account, activity).follow(course);
                    }
                }
            }
        } catch (Unexpected e) {
            account.surprised(String.valueOf(e.getMessage()));
        }
        activity.happened();
    }

    /** Its center was told that it has the offer no more. */
    void lost(Account account, int offer) {
        if (account.isPending(offer)) {
            account.expired(offer);
            activity.happened();
        }
    }

    /** What a webhook does not say stands behind its link. */
    private static @Nullable Instant deadline(Concern concern, Entry offer) {
        if (offer.link() == null) {
            return offer.deadline();
        }
        JsonNode view =
                concern.self().get(offer.link()).fine("the link of a webhook").body();
        return Instant.parse(view.path("offer").path("deadline").asString());
    }

    private void decline(Concern concern, Entry offer, String reason) {
        if (inTime(concern.account(), offer, concern.act("decline", Map.of("reason", reason)))) {
            concern.account().declined(offer.offer(), reason);
        }
    }

    private void letLapse(Concern concern, Entry offer, @Nullable Instant deadline, String otherwise) {
        if (deadline == null || deadline.isAfter(Instant.now().plus(WORTH_WAITING))) {
            activity.tooLongToWaitFor();
            decline(concern, offer, otherwise);
        } else {
            activity.until(deadline);
        }
    }

    /** While this very offer is open; the center hears of it before the precinct has its answer. */
    private void takeBack(Concern concern, Entry offer, String reason) {
        var account = concern.account();
        account.takingBack(offer.offer(), true);
        var view = concern.precinctsView();
        var version = view.body().path("version").asLong();
        if (view.text("offeredTo").equals(center)
                && concern.withdraw(reason, version).isFine()) {
            account.withdrawn(reason);
        } else {
            account.takingBack(offer.offer(), false);
            tooLate(account, offer);
        }
    }

    /** Who answers too late learns it, by this answer or by the inbox, whichever is first. */
    private boolean inTime(Account account, Entry offer, Answer answer) {
        if (answer.status() == 409 && answer.text("type").endsWith("offer-over")) {
            tooLate(account, offer);
            return false;
        }
        answer.fine("answering an offer");
        return true;
    }

    private void tooLate(Account account, Entry offer) {
        activity.tooLate();
        lost(account, offer.offer());
    }
}
