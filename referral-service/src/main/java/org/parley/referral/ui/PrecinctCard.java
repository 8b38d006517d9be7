package org.parley.referral.ui;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Referral.State;
import org.parley.referral.Resolution;
import org.parley.referral.Urgency;
import org.parley.referral.audience.PrecinctView;

/**
 * A referral in a precinct's words.
 *
 * @param center the one that is asked or has it
 */
record PrecinctCard(
        PrecinctView view,
        String type,
        String command,
        boolean urgent,
        String state,
        @Nullable String center) {

    static PrecinctCard of(PrecinctView view, Words words, CenterNames centers) {
        var center = Optional.ofNullable(view.center())
                .or(() -> Optional.ofNullable(view.offeredTo()))
                .map(centers::of);
        return new PrecinctCard(
                view,
                words.name("dispute-types", view.type()),
                words.name("commands", view.command()),
                view.urgency() == Urgency.URGENT,
                state(view, center.orElse("A center"), words),
                center.orElse(null));
    }

    /** Whether it can still be taken back. */
    public boolean isOpen() {
        return view.state().isOpen();
    }

    private static String state(PrecinctView view, String center, Words words) {
        return switch (view.state()) {
            case SUBMITTED -> "Submitted";
            case SCREENED_OUT -> {
                var stop = view.screenedOutFor();
                yield stop == null ? "Not for mediation" : "Not for mediation: " + words.stop(stop);
            }
            case OFFERED -> center + " is asked";
            case ACCEPTED -> center + " has taken it";
            case SCHEDULED -> {
                var at = view.scheduledFor();
                yield at == null ? "A session is planned" : "A session is planned: " + words.time(at);
            }
            case ON_HOLD -> "On hold at the center";
            case UNPLACED -> "No center yet; a coordinator looks for one";
            case CLOSED -> closed(view.resolution());
            case WITHDRAWN -> "Withdrawn";
            case ENTERED_IN_ERROR -> "Entered in error";
        };
    }

    private static String closed(@Nullable Resolution resolution) {
        return switch (resolution) {
            case null -> "Ended";
            case WHOLE -> "Ended: resolved";
            case PARTLY -> "Ended: resolved in part";
            case NOT -> "Ended: not resolved";
        };
    }

    /** Where a form of it is sent. */
    public String path(String action) {
        return "/precinct/referrals/" + view.id() + "/" + action.toLowerCase(Locale.ROOT);
    }

    /** Screened-out ones are over before anybody is asked. */
    public boolean isStopped() {
        return view.state() == State.SCREENED_OUT;
    }
}
