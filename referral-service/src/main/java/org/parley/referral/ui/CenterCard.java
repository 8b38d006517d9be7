package org.parley.referral.ui;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Ending;
import org.parley.referral.Urgency;
import org.parley.referral.audience.CenterView;

/**
 * A referral in a center's words.
 *
 * @param due what has to happen and by when; null where nothing has
 */
record CenterCard(
        CenterView view,
        String type,
        String place,
        String language,
        boolean urgent,
        String state,
        @Nullable String due,
        boolean overdue,
        Set<CenterAction> possible) {

    CenterCard {
        possible = Set.copyOf(possible);
    }

    static CenterCard of(CenterView view, Words words) {
        var possible = CenterAction.possible(view);
        var asked = possible.contains(CenterAction.ACCEPT);
        var due = view.due();
        var at = due != null ? due.at() : asked ? view.offer().deadline() : null;
        var command = view.command();
        var borough = words.name("boroughs", view.borough());
        return new CenterCard(
                view,
                words.name("dispute-types", view.type()),
                command == null ? borough : words.name("commands", command) + ", " + borough,
                words.name("languages", view.language()),
                view.urgency() == Urgency.URGENT,
                state(view),
                due != null ? words.due(due) : at == null ? null : words.due("Answer", at),
                at != null && ((due != null && due.level() > 0) || words.isPast(at)),
                possible);
    }

    public boolean can(String action) {
        return possible.contains(CenterAction.valueOf(action));
    }

    /** A session counts while the center has it; and after an end of which nobody knows yet how much was resolved. */
    boolean mayLog() {
        var state = view.state();
        var end = view.end();
        if (state == null) {
            return false;
        }
        return switch (state) {
            case ACCEPTED, SCHEDULED, ON_HOLD -> true;
            case CLOSED -> end != null && end.reason().equals(Ending.MEDIATED) && end.resolution() == null;
            case SUBMITTED, SCREENED_OUT, OFFERED, UNPLACED, WITHDRAWN, ENTERED_IN_ERROR -> false;
        };
    }

    /** Where a form of it is sent. */
    public String path(String action) {
        return "/center/referrals/" + view.id() + "/" + action.toLowerCase(Locale.ROOT);
    }

    private static String state(CenterView view) {
        var state = view.state();
        if (state == null) {
            return switch (view.offer().state()) {
                case PENDING -> "Waits for your answer";
                case ACCEPTED -> "No longer with your center";
                case DECLINED -> "Your center declined it";
                case EXPIRED -> "Your center did not answer in time";
                case WITHDRAWN -> "Taken back before your center answered";
            };
        }
        return switch (state) {
            case ACCEPTED -> view.contactedAt() == null ? "Accepted, nobody contacted yet" : "Accepted, contact made";
            case SCHEDULED -> "A session is planned";
            case ON_HOLD -> "On hold";
            case CLOSED -> "Closed";
            case WITHDRAWN -> "Withdrawn";
            case ENTERED_IN_ERROR -> "Entered in error";
            case SUBMITTED, SCREENED_OUT, OFFERED, UNPLACED -> "Not with your center";
        };
    }
}
