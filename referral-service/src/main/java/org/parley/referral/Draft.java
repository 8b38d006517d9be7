package org.parley.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Referral.State;
import org.parley.referral.ReferralEvent.What;

/** A referral on its way from one state to the next: what is set changes, the rest stays. */
final class Draft {

    private Dispute dispute;
    private Origin origin;
    private State state;
    private @Nullable Stop screenedOutFor;
    private List<Offer> offers;
    private @Nullable Placement placement;
    private @Nullable Hold hold;
    private List<HeldSession> sessions;
    private @Nullable Ending ending;
    private @Nullable Due due;
    private @Nullable Instant keptUntil;
    private final List<Step> history;

    private Draft(Referral before) {
        this.dispute = before.dispute();
        this.origin = before.origin();
        this.state = before.state();
        this.screenedOutFor = before.screenedOutFor();
        this.offers = before.offers();
        this.placement = before.placement();
        this.hold = before.hold();
        this.sessions = before.sessions();
        this.ending = before.ending();
        this.due = before.due();
        this.keptUntil = before.keptUntil();
        this.history = new ArrayList<>(before.history());
    }

    static Draft first(Dispute dispute, Origin origin, State state) {
        return new Draft(new Referral(
                dispute, origin, state, null, List.of(), null, null, List.of(), null, null, null, List.of()));
    }

    static Draft of(Referral before) {
        return new Draft(before);
    }

    Draft state(State next) {
        this.state = next;
        return this;
    }

    Draft screenedOutFor(Stop stop) {
        this.screenedOutFor = stop;
        return this;
    }

    Draft about(Dispute changed, Origin changedOrigin) {
        this.dispute = changed;
        this.origin = changedOrigin;
        return this;
    }

    Draft offers(List<Offer> all) {
        this.offers = all;
        return this;
    }

    Draft placement(@Nullable Placement next) {
        this.placement = next;
        return this;
    }

    Draft hold(@Nullable Hold next) {
        this.hold = next;
        return this;
    }

    Draft sessions(List<HeldSession> all) {
        this.sessions = all;
        return this;
    }

    Draft ending(Ending end) {
        this.ending = end;
        return this;
    }

    /** It has come into its state: what is due next follows from that. */
    ReferralEvent happened(What what, @Nullable String center, @Nullable String reason, Occasion by) {
        return stillDue(by.deadlines().next(referral(), by.now()), what, center, reason, by);
    }

    /** It stays where it was, but this is due. */
    ReferralEvent stillDue(
            @Nullable Due what, What happened, @Nullable String center, @Nullable String reason, Occasion by) {
        this.due = what;
        this.keptUntil = by.deadlines().keptUntil(referral());
        history.add(new Step(by.now(), happened.name(), by.actor(), center, reason));
        return new ReferralEvent(happened, referral(), by.actor(), reason);
    }

    /** It stays where it was, and what was due still is. */
    ReferralEvent unmoved(What what, @Nullable String center, @Nullable String reason, Occasion by) {
        return stillDue(due, what, center, reason, by);
    }

    private Referral referral() {
        return new Referral(
                dispute,
                origin,
                state,
                screenedOutFor,
                offers,
                placement,
                hold,
                sessions,
                ending,
                due,
                keptUntil,
                history);
    }

    /** The end of it, at this moment. */
    Draft ended(State end, String reason, @Nullable Resolution resolution, Instant now) {
        this.ending = new Ending(now, reason, resolution);
        this.hold = null;
        return state(end);
    }
}
