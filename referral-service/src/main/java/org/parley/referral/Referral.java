package org.parley.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.ReferralEvent.Accepted;
import org.parley.referral.ReferralEvent.Closed;
import org.parley.referral.ReferralEvent.Declined;
import org.parley.referral.ReferralEvent.Offered;
import org.parley.referral.ReferralEvent.Scheduled;
import org.parley.referral.ReferralEvent.ScreenedOut;
import org.parley.referral.ReferralEvent.SessionHeld;
import org.parley.referral.ReferralEvent.Submitted;
import org.parley.referral.ReferralEvent.Withdrawn;
import org.parley.referral.Transition.Already;
import org.parley.referral.Transition.Moved;
import org.parley.referral.Transition.Refused;
import org.parley.referral.routing.Choice;

/** A dispute that the police ask a mediation center to take, and how far it has come. Moves only by its transitions. */
public record Referral(
        Dispute dispute,
        Origin origin,
        State state,
        @Nullable Stop screenedOutFor,
        List<Offer> offers,
        @Nullable Placement placement,
        List<HeldSession> sessions,
        @Nullable Ending ending) {

    public enum State {
        SUBMITTED,
        SCREENED_OUT,
        OFFERED,
        ACCEPTED,
        SCHEDULED,
        CLOSED,
        UNPLACED,
        ON_HOLD,
        WITHDRAWN,
        ENTERED_IN_ERROR;

        boolean isOpen() {
            return switch (this) {
                case SUBMITTED, OFFERED, ACCEPTED, SCHEDULED, UNPLACED, ON_HOLD -> true;
                case SCREENED_OUT, CLOSED, WITHDRAWN, ENTERED_IN_ERROR -> false;
            };
        }
    }

    public Referral {
        offers = List.copyOf(offers);
        sessions = List.copyOf(sessions);
    }

    static Moved screenedOut(Dispute dispute, Origin origin, Stop stop, Actor actor) {
        return new Moved(new ScreenedOut(
                new Referral(dispute, origin, State.SCREENED_OUT, stop, List.of(), null, List.of(), null), actor));
    }

    static Moved submitted(Dispute dispute, Origin origin, Optional<Choice> first, Actor actor) {
        var state = first.isPresent() ? State.SUBMITTED : State.UNPLACED;
        var submitted = new Referral(dispute, origin, state, null, List.of(), null, List.of(), null);
        return new Moved(
                Stream.concat(Stream.of(new Submitted(submitted, actor)), submitted.ask(first, dispute.submittedAt()))
                        .toList());
    }

    Transition accept(String center, Actor actor, Instant now) {
        return answer(center, Offer.State.ACCEPTED, null, now, decided -> {
            var placed = new Referral(
                    dispute, origin, State.ACCEPTED, null, decided, new Placement(center, now, null), sessions, null);
            return new Moved(new Accepted(placed, actor));
        });
    }

    Transition decline(String center, String reason, Optional<Choice> next, Actor actor, Instant now) {
        return answer(center, Offer.State.DECLINED, reason, now, decided -> {
            var declined = with(next.isPresent() ? State.OFFERED : State.UNPLACED, decided);
            return new Moved(Stream.concat(Stream.of(new Declined(declined, actor, reason)), declined.ask(next, now))
                    .toList());
        });
    }

    Transition schedule(String center, Instant at, Actor actor) {
        return byHolder(center, held -> {
            if (at.equals(held.scheduledFor())) {
                return new Already();
            }
            var planned = new Placement(center, held.acceptedAt(), at);
            return new Moved(new Scheduled(
                    new Referral(dispute, origin, State.SCHEDULED, null, offers, planned, sessions, null), actor));
        });
    }

    /** MEDIATED without a session that we know of leaves open how much was resolved. */
    Transition close(String center, String reason, Actor actor, Instant now) {
        if (isHeldBy(center)
                && state == State.CLOSED
                && ending != null
                && ending.reason().equals(reason)) {
            return new Already();
        }
        return byHolder(center, _ -> new Moved(new Closed(ended(State.CLOSED, reason, null, now), actor, reason)));
    }

    /**
     * A session counts for the center that has the referral; a final outcome ends it. The center may have closed it
     * before the session was heard of: then the session is still told, and says how much was resolved.
     */
    Transition sessionHeld(String center, HeldSession news, Instant now) {
        if (!isHeldBy(center)) {
            return new Refused(offerTo(center).isEmpty() ? Refusal.NEVER_OFFERED : Refusal.NOT_ACCEPTED);
        }
        if (sessions.stream().anyMatch(news::isKnownBy)) {
            return new Already();
        }
        var others = sessions.stream().filter(known -> !known.session().equals(news.session()));
        var known = Stream.concat(others, Stream.of(news)).toList();
        if (ending != null) {
            var late = new Referral(dispute, origin, state, null, offers, placement, known, ending.resolvedBy(news));
            return state == State.CLOSED ? new Moved(new SessionHeld(late)) : new Refused(Refusal.OVER);
        }
        var after = new Referral(dispute, origin, state, null, offers, placement, known, null);
        var held = new SessionHeld(after);
        return news.resolution().isEmpty()
                ? new Moved(held)
                : new Moved(held, new Closed(after.mediated(news, now), Actor.SYSTEM, Ending.MEDIATED));
    }

    Transition withdraw(String reason, Actor actor, Instant now) {
        if (state == State.WITHDRAWN) {
            return new Already();
        }
        if (!state.isOpen()) {
            return new Refused(Refusal.OVER);
        }
        var called = each(offer -> offer.isOpen() ? offer.decided(Offer.State.WITHDRAWN, null, now) : offer);
        return new Moved(new Withdrawn(with(state, called).ended(State.WITHDRAWN, reason, null, now), actor, reason));
    }

    public Optional<Offer> openOffer() {
        return offers.stream().filter(Offer::isOpen).findFirst();
    }

    /** The last offer made to a center: what it may know of the referral hangs on it. */
    public Optional<Offer> offerTo(String center) {
        return offers.reversed().stream()
                .filter(offer -> offer.center().equals(center))
                .findFirst();
    }

    public boolean isHeldBy(String center) {
        return placement != null && placement.center().equals(center);
    }

    /** Whether the center needs to know who is concerned: it has the referral, and it isn't over. */
    boolean isWorkedOnBy(String center) {
        return isHeldBy(center) && state.isOpen();
    }

    Set<String> asked() {
        return offers.stream().map(Offer::center).collect(Collectors.toSet());
    }

    private interface Decided {
        Transition then(List<Offer> offers);
    }

    private interface Held {
        Transition then(Placement placement);
    }

    private Transition answer(
            String center, Offer.State decision, @Nullable String reason, Instant now, Decided decided) {
        var offer = offerTo(center).orElse(null);
        if (offer == null) {
            return new Refused(Refusal.NEVER_OFFERED);
        }
        if (offer.isOpen()) {
            return decided.then(
                    each(each -> each.number() == offer.number() ? offer.decided(decision, reason, now) : each));
        }
        var same = offer.state() == decision && Objects.equals(offer.reason(), reason);
        return same ? new Already() : new Refused(Refusal.OFFER_OVER);
    }

    private Transition byHolder(String center, Held held) {
        if (offerTo(center).isEmpty()) {
            return new Refused(Refusal.NEVER_OFFERED);
        }
        if (placement == null || !isHeldBy(center)) {
            return new Refused(state.isOpen() ? Refusal.NOT_ACCEPTED : Refusal.OVER);
        }
        return state.isOpen() ? held.then(placement) : new Refused(Refusal.OVER);
    }

    private Stream<ReferralEvent> ask(Optional<Choice> choice, Instant now) {
        return choice.stream().map(next -> {
            var more = new ArrayList<>(offers);
            more.add(Offer.to(next, offers.size() + 1, dispute.urgency(), now));
            return new Offered(with(State.OFFERED, more));
        });
    }

    private List<Offer> each(UnaryOperator<Offer> change) {
        return offers.stream().map(change).toList();
    }

    private Referral with(State next, List<Offer> offersNow) {
        return new Referral(dispute, origin, next, null, offersNow, placement, sessions, null);
    }

    private Referral mediated(HeldSession last, Instant now) {
        return ended(State.CLOSED, Ending.MEDIATED, last.resolution().orElse(null), now);
    }

    private Referral ended(State end, String reason, @Nullable Resolution resolution, Instant now) {
        return new Referral(
                dispute, origin, end, null, offers, placement, sessions, new Ending(now, reason, resolution));
    }
}
