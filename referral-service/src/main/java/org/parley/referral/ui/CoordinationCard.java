package org.parley.referral.ui;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Urgency;
import org.parley.referral.audience.CoordinatorView;

/**
 * A referral in a coordinator's words.
 *
 * @param center the one that has it; null where none does
 * @param due what has to happen and by when; null where nothing has
 */
record CoordinationCard(
        CoordinatorView view,
        String type,
        String place,
        String language,
        boolean urgent,
        String state,
        @Nullable String center,
        @Nullable String due,
        boolean overdue,
        Set<CoordinationAction> possible) {

    CoordinationCard {
        possible = Set.copyOf(possible);
    }

    /** @param mayAct whether its reader may do more than look */
    static CoordinationCard of(CoordinatorView view, boolean mayAct, CenterNames names, Words words) {
        var due = view.due();
        var center = view.center();
        return new CoordinationCard(
                view,
                words.name("dispute-types", view.type()),
                words.name("commands", view.command()) + ", " + words.name("boroughs", view.borough()),
                words.name("languages", view.language()),
                view.urgency() == Urgency.URGENT,
                state(view),
                center == null ? null : names.of(center),
                due == null ? null : words.due(due),
                due != null && (due.level() > 0 || words.isPast(due.at())),
                mayAct ? CoordinationAction.possible(view.state()) : Set.of());
    }

    public boolean can(String action) {
        return possible.contains(CoordinationAction.valueOf(action));
    }

    /** Where a form of it is sent. */
    public String path(String action) {
        return "/coordination/referrals/" + view.id() + "/"
                + CoordinationAction.valueOf(action).path();
    }

    private static String state(CoordinatorView view) {
        return switch (view.state()) {
            case SUBMITTED -> "Submitted";
            case SCREENED_OUT -> "Not for mediation";
            case OFFERED -> "A center is asked";
            case ACCEPTED -> view.contactedAt() == null ? "Accepted, nobody contacted yet" : "Accepted, contact made";
            case SCHEDULED -> "A session is planned";
            case ON_HOLD -> "On hold";
            case UNPLACED -> "Needs a center";
            case CLOSED -> "Closed";
            case WITHDRAWN -> "Withdrawn";
            case ENTERED_IN_ERROR -> "Entered in error";
        };
    }
}
