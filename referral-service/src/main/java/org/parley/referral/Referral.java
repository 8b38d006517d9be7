package org.parley.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Participant.Agreement;
import org.parley.referral.ReferralEvent.What;
import org.parley.referral.Transition.Already;
import org.parley.referral.Transition.Moved;
import org.parley.referral.Transition.Refused;
import org.parley.referral.routing.Choice;

/**
 * A dispute that the police ask a mediation center to take, and how far it has come. Moves only by its transitions.
 *
 * @param due what has to happen next; null once it has ended
 * @param keptUntil when the last of what is known of its people has to be gone; null while it is open
 * @param history everything that happened to it, earliest first
 */
public record Referral(
        Dispute dispute,
        Origin origin,
        State state,
        @Nullable Stop screenedOutFor,
        List<Offer> offers,
        @Nullable Placement placement,
        @Nullable Hold hold,
        List<HeldSession> sessions,
        @Nullable Ending ending,
        @Nullable Due due,
        @Nullable Instant keptUntil,
        List<Step> history) {

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

        public boolean isOpen() {
            return switch (this) {
                case SUBMITTED, OFFERED, ACCEPTED, SCHEDULED, UNPLACED, ON_HOLD -> true;
                case SCREENED_OUT, CLOSED, WITHDRAWN, ENTERED_IN_ERROR -> false;
            };
        }
    }

    public Referral {
        offers = List.copyOf(offers);
        sessions = List.copyOf(sessions);
        // A document from before there was a history has none.
        history = history == null ? List.of() : List.copyOf(history);
    }

    static Moved screenedOut(Dispute dispute, Origin origin, Stop stop, Occasion by) {
        return new Moved(Draft.first(dispute, origin, State.SCREENED_OUT)
                .screenedOutFor(stop)
                .happened(What.SCREENED_OUT, null, stop.name(), by));
    }

    static Moved submitted(Dispute dispute, Origin origin, Optional<Choice> first, Occasion by) {
        var state = first.isPresent() ? State.SUBMITTED : State.UNPLACED;
        return Draft.first(dispute, origin, state)
                .happened(What.SUBMITTED, null, null, by)
                .thenAsk(first, by);
    }

    /** Nobody has taken it yet, so what it is about can still be put right. The center that is asked is told. */
    Transition amend(Dispute changed, Origin changedOrigin, Sooner sooner, Occasion by) {
        if (changed.equals(dispute) && changedOrigin.equals(origin)) {
            return new Already();
        }
        var asked = openOffer();
        return switch (state) {
            case OFFERED -> {
                var urgent = changed.urgency() == Urgency.URGENT && dispute.urgency() == Urgency.ROUTINE;
                var offersNow =
                        urgent ? each(offer -> offer.isOpen() ? offer.by(sooner.deadline(offer)) : offer) : offers;
                yield new Moved(Draft.of(this)
                        .about(changed, changedOrigin)
                        .offers(offersNow)
                        .happened(What.AMENDED, asked.map(Offer::center).orElse(null), null, by));
            }
            case SUBMITTED, UNPLACED ->
                new Moved(Draft.of(this).about(changed, changedOrigin).unmoved(What.AMENDED, null, null, by));
            case ACCEPTED, SCHEDULED, ON_HOLD -> new Refused(Refusal.TAKEN);
            case SCREENED_OUT, CLOSED, WITHDRAWN, ENTERED_IN_ERROR -> new Refused(Refusal.OVER);
        };
    }

    Transition accept(String center, Occasion by) {
        return answer(
                center,
                Offer.State.ACCEPTED,
                null,
                by,
                decided -> new Moved(Draft.of(this)
                        .state(State.ACCEPTED)
                        .offers(decided)
                        .placement(new Placement(center, by.now(), null, null))
                        .happened(What.ACCEPTED, center, null, by)));
    }

    Transition decline(String center, String reason, Optional<Choice> next, Occasion by) {
        return answer(
                center,
                Offer.State.DECLINED,
                reason,
                by,
                decided -> passedOn(decided, next)
                        .happened(What.DECLINED, center, reason, by)
                        .thenAsk(next, by));
    }

    /** A coordinator has found a center, one that was asked before or not. */
    Transition place(Choice choice, Occasion by) {
        return switch (state) {
            case UNPLACED -> new Moved(ask(choice, BY_HAND, by));
            case OFFERED ->
                openOffer()
                                .filter(offer ->
                                        offer.center().equals(choice.center().id()))
                                .isPresent()
                        ? new Already()
                        : new Refused(Refusal.NOT_UNPLACED);
            case SUBMITTED, ACCEPTED, SCHEDULED, ON_HOLD -> new Refused(Refusal.NOT_UNPLACED);
            case SCREENED_OUT, CLOSED, WITHDRAWN, ENTERED_IN_ERROR -> new Refused(Refusal.OVER);
        };
    }

    /** The center has reached the parties, or the precinct for them. */
    Transition contact(String center, Occasion by) {
        return byHolder(center, held -> {
            if (held.contactedAt() != null) {
                return new Already();
            }
            var draft = Draft.of(this).placement(held.contacted(by.now()));
            return new Moved(
                    state == State.ACCEPTED
                            ? draft.happened(What.CONTACTED, center, null, by)
                            : draft.unmoved(What.CONTACTED, center, null, by));
        });
    }

    Transition schedule(String center, Instant at, Occasion by) {
        return byHolder(center, held -> {
            if (state == State.ON_HOLD) {
                return new Refused(Refusal.ON_HOLD);
            }
            if (at.equals(held.scheduledFor())) {
                return new Already();
            }
            return new Moved(Draft.of(this)
                    .state(State.SCHEDULED)
                    .placement(held.scheduled(at, by.now()))
                    .happened(What.SCHEDULED, center, null, by));
        });
    }

    /** Put aside until a day; put aside already, the day and the reason change. */
    Transition putOnHold(String center, String reason, Instant until, Occasion by) {
        return byHolder(center, _ -> {
            var known = hold;
            if (known != null && known.until().equals(until) && known.reason().equals(reason)) {
                return new Already();
            }
            var next = known == null
                    ? new Hold(by.now(), until, reason, state)
                    : new Hold(known.since(), until, reason, known.from());
            return new Moved(
                    Draft.of(this).state(State.ON_HOLD).hold(next).happened(What.PUT_ON_HOLD, center, reason, by));
        });
    }

    Transition release(String center, Occasion by) {
        return byHolder(center, _ -> {
            var known = hold;
            return known == null
                    ? new Already()
                    : new Moved(
                            Draft.of(this).state(known.from()).hold(null).happened(What.RELEASED, center, null, by));
        });
    }

    /** The center gives back what it had accepted, and the next one is asked. */
    Transition transfer(String center, String reason, Optional<Choice> next, Occasion by) {
        if (!isHeldBy(center) && hasGivenBack(center, reason)) {
            return new Already();
        }
        return byHolder(
                center,
                _ -> state == State.ACCEPTED
                        ? passedOn(offers, next)
                                .placement(null)
                                .happened(What.TRANSFERRED, center, reason, by)
                                .thenAsk(next, by)
                        : new Refused(Refusal.NOT_TRANSFERABLE));
    }

    /** MEDIATED without a session that we know of leaves open how much was resolved. */
    Transition close(String center, String reason, Occasion by) {
        if (isHeldBy(center)
                && state == State.CLOSED
                && ending != null
                && ending.reason().equals(reason)) {
            return new Already();
        }
        return byHolder(
                center,
                _ -> new Moved(endedFor(reason)
                        .ended(State.CLOSED, reason, null, by.now())
                        .happened(What.CLOSED, center, reason, by)));
    }

    /** A party agrees no longer: nothing is known of it from now on. When nobody is left who agrees, it is over. */
    Transition revokeConsent(int party, Occasion by) {
        return origin.party(party)
                .map(one -> endConsent(one::equals, Agreement.REVOKED, null, by))
                .orElseGet(() -> new Refused(Refusal.NO_SUCH_PARTY));
    }

    /** What is known of people ends with their consent, and at the latest some time after the end. */
    Transition endContacts(Occasion by) {
        return keptUntil != null && !keptUntil.isAfter(by.now())
                ? shredContacts(RETENTION, by)
                : endConsent(party -> !party.agreesAfter(by.now()), Agreement.EXPIRED, Agreement.EXPIRED.name(), by);
    }

    public boolean hasContactsToEnd(Instant now) {
        return (keptUntil != null && !keptUntil.isAfter(now))
                || origin.parties().stream().anyMatch(party -> party.agrees() && !party.agreesAfter(now));
    }

    /** Nothing personal is kept of it. */
    Transition shredContacts(String reason, Occasion by) {
        if (state.isOpen()) {
            return new Refused(Refusal.STILL_OPEN);
        }
        if (origin.sealed().isEmpty()) {
            return new Already();
        }
        return new Moved(Draft.of(this)
                .about(dispute, origin.withoutContacts())
                .unmoved(What.CONTACTS_SHREDDED, null, reason, by));
    }

    /**
     * A session counts for the center that has the referral; a final outcome ends it. The center may have closed it
     * before the session was heard of: then the session is still told, and says how much was resolved.
     */
    Transition sessionHeld(String center, HeldSession news, Occasion by) {
        if (!news.counts()) {
            return sessionVoided(news, by);
        }
        var held = placement;
        if (held == null || !isHeldBy(center)) {
            return new Refused(offerTo(center).isEmpty() ? Refusal.NEVER_OFFERED : Refusal.NOT_ACCEPTED);
        }
        if (sessions.stream().anyMatch(news::isKnownBy)) {
            return new Already();
        }
        var newest = newest(news);
        var told = Draft.of(this).sessions(newest);
        if (ending != null) {
            return state == State.CLOSED
                    ? new Moved(told.ending(ending.resolvedBy(newest)).unmoved(What.SESSION_HELD, center, null, by))
                    : new Refused(Refusal.OVER);
        }
        told.placement(held.contacted(by.now()));
        if (news.resolution().isEmpty()) {
            return new Moved(
                    state == State.ON_HOLD
                            ? told.unmoved(What.SESSION_HELD, center, null, by)
                            : told.stillDue(by.deadlines().scheduling(by.now()), What.SESSION_HELD, center, null, by));
        }
        var last = told.unmoved(What.SESSION_HELD, center, null, by);
        return new Moved(
                last,
                Draft.of(last.after())
                        .ended(State.CLOSED, Ending.MEDIATED, news.resolution().orElse(null), by.now())
                        .happened(What.CLOSED, center, Ending.MEDIATED, by));
    }

    /**
     * A session that was told of counts no more. A referral that it closed stays closed, since its center and its precinct
     * have acted on that: how much was resolved is then unknown again, and what to do about it is for people to decide.
     */
    private Transition sessionVoided(HeldSession news, Occasion by) {
        var counted = sessions.stream()
                .anyMatch(known -> known.session().equals(news.session()) && known.counts() && !news.isKnownBy(known));
        if (!counted) {
            return new Already();
        }
        var newest = newest(news);
        var told = Draft.of(this).sessions(newest);
        if (ending != null) {
            told.ending(ending.resolvedBy(newest));
        }
        var center = placement == null ? null : placement.center();
        return new Moved(told.unmoved(What.SESSION_VOIDED, center, null, by));
    }

    private List<HeldSession> newest(HeldSession news) {
        var others = sessions.stream().filter(known -> !known.session().equals(news.session()));
        return Stream.concat(others, Stream.of(news)).toList();
    }

    Transition withdraw(String reason, Occasion by) {
        return takeBack(State.WITHDRAWN, What.WITHDRAWN, reason, by);
    }

    /** It should never have been: it is counted nowhere. */
    Transition enterInError(String reason, Occasion by) {
        return takeBack(State.ENTERED_IN_ERROR, What.ENTERED_IN_ERROR, reason, by);
    }

    /** Its time has passed, if it really has: an offer goes on to the next center, everything else is brought to mind. */
    Transition lapse(Optional<Choice> next, Outages outages, Occasion by) {
        var passed = due;
        if (passed == null || outages.extended(passed).isAfter(by.now())) {
            return new Already();
        }
        var open = openOffer();
        if (open.isPresent()) {
            return expired(open.get(), null, next, by);
        }
        var center = placement == null ? null : placement.center();
        return new Moved(Draft.of(this)
                .stillDue(
                        by.deadlines().again(passed, by.now()),
                        What.OVERDUE,
                        center,
                        passed.what().name(),
                        by));
    }

    /** It did not reach its center in half its time: whoever is next gets the whole of theirs. */
    Transition undelivered(int number, Optional<Choice> next, Occasion by) {
        return openOffer()
                .filter(offer -> offer.number() == number && !offer.halfTime().isAfter(by.now()))
                .map(offer -> expired(offer, UNDELIVERED, next, by))
                .orElseGet(Already::new);
    }

    private Transition expired(Offer offer, @Nullable String reason, Optional<Choice> next, Occasion by) {
        return passedOn(each(one -> one.isOpen() ? one.decided(Offer.State.EXPIRED, reason, by.now()) : one), next)
                .happened(What.OFFER_EXPIRED, offer.center(), reason, by)
                .thenAsk(next, by);
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

    /** Whether a coordinator has to look after it: it has no center, or its center lets it lie. */
    public boolean needsCoordinator() {
        return state == State.UNPLACED || (due != null && due.level() >= ESCALATED);
    }

    /** Whether it lies with the center: it is asked for it, or has it, and it isn't over. */
    public boolean isOpenFor(String center) {
        return isWorkedOnBy(center)
                || openOffer().filter(offer -> offer.center().equals(center)).isPresent();
    }

    boolean isContacted() {
        return placement != null && placement.contactedAt() != null;
    }

    /** Whether the center needs to know who is concerned: it has the referral, and it isn't over. */
    boolean isWorkedOnBy(String center) {
        return isHeldBy(center) && state.isOpen();
    }

    Set<String> asked() {
        return offers.stream().map(Offer::center).collect(Collectors.toSet());
    }

    /** The first time its holder is reminded; from the second on a coordinator learns of it, too. */
    private static final int ESCALATED = 2;

    /** Why an offer ended before its time was over. */
    static final String UNDELIVERED = "UNDELIVERED";

    static final String BY_HAND = "BY_HAND";
    static final String REQUEST = "REQUEST";
    private static final String RETENTION = "RETENTION";

    /** Until when a center has to answer a referral that has become urgent. */
    interface Sooner {
        Instant deadline(Offer offer);
    }

    private interface Decided {
        Transition then(List<Offer> offers);
    }

    private interface Held {
        Transition then(Placement placement);
    }

    private Transition answer(
            String center, Offer.State decision, @Nullable String reason, Occasion by, Decided decided) {
        var offer = offerTo(center).orElse(null);
        if (offer == null) {
            return new Refused(Refusal.NEVER_OFFERED);
        }
        if (offer.isOpen()) {
            return decided.then(
                    each(each -> each.number() == offer.number() ? offer.decided(decision, reason, by.now()) : each));
        }
        var stands = decision != Offer.State.ACCEPTED || isHeldBy(center);
        var same = stands && offer.state() == decision && Objects.equals(offer.reason(), reason);
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

    private boolean hasGivenBack(String center, String reason) {
        return history.stream()
                .anyMatch(step -> step.what().equals(What.TRANSFERRED.name())
                        && center.equals(step.center())
                        && reason.equals(step.reason()));
    }

    private Transition endConsent(Predicate<Participant> those, Agreement ended, @Nullable String reason, Occasion by) {
        if (origin.parties().stream().noneMatch(party -> party.agrees() && those.test(party))) {
            return new Already();
        }
        var holder = placement == null ? null : placement.center();
        var without = Draft.of(this)
                .about(dispute, origin.withoutConsentOf(those, ended))
                .unmoved(What.CONSENT_REVOKED, holder, reason, by);
        return state.isOpen() && !without.after().origin().anybodyAgrees()
                ? new Moved(without, without.after().endWithoutConsent(by.system()))
                : new Moved(without);
    }

    private ReferralEvent endWithoutConsent(Occasion by) {
        return placement == null
                ? tookBack(State.WITHDRAWN, What.WITHDRAWN, Ending.CONSENT_REVOKED, by)
                : Draft.of(this)
                        .ended(State.CLOSED, Ending.CONSENT_REVOKED, null, by.now())
                        .happened(What.CLOSED, placement.center(), Ending.CONSENT_REVOKED, by);
    }

    /** Whoever ends it because consent was revoked need not say whose: nobody's is used any more. */
    private Draft endedFor(String reason) {
        return reason.equals(Ending.CONSENT_REVOKED)
                ? Draft.of(this).about(dispute, origin.withoutConsentOf(_ -> true, Agreement.REVOKED))
                : Draft.of(this);
    }

    private Transition takeBack(State end, What what, String reason, Occasion by) {
        if (state == end) {
            return new Already();
        }
        if (!state.isOpen()) {
            return new Refused(Refusal.OVER);
        }
        return new Moved(tookBack(end, what, reason, by));
    }

    private ReferralEvent tookBack(State end, What what, String reason, Occasion by) {
        var center = placement != null
                ? placement.center()
                : openOffer().map(Offer::center).orElse(null);
        return endedFor(reason)
                .offers(each(offer -> offer.isOpen() ? offer.decided(Offer.State.WITHDRAWN, null, by.now()) : offer))
                .ended(end, reason, null, by.now())
                .happened(what, center, reason, by);
    }

    /** The next center is asked, or a coordinator has to find one. */
    private Draft passedOn(List<Offer> decided, Optional<Choice> next) {
        return Draft.of(this)
                .state(next.isPresent() ? State.OFFERED : State.UNPLACED)
                .offers(decided);
    }

    ReferralEvent ask(Choice choice, @Nullable String reason, Occasion by) {
        var more = new ArrayList<>(offers);
        more.add(Offer.to(choice, offers.size() + 1, dispute.urgency(), by.now(), by.deadlines()));
        return Draft.of(this)
                .state(State.OFFERED)
                .offers(more)
                .happened(What.OFFERED, choice.center().id(), reason, by);
    }

    private List<Offer> each(UnaryOperator<Offer> change) {
        return offers.stream().map(change).toList();
    }
}
