package org.parley.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.parley.referral.Admission.Admitted;
import org.parley.referral.Answer.Expected;
import org.parley.referral.Referrals.Added;
import org.parley.referral.Transition.Moved;
import org.parley.referral.contacts.Keyring;
import org.parley.referral.places.Places;
import org.parley.referral.routing.Center;
import org.parley.referral.routing.Choice;
import org.parley.referral.routing.Router;
import org.springframework.stereotype.Service;

/** What can be done with referrals, whichever way it is asked for. */
@Service
public class ReferralManagement {

    private final Referrals referrals;
    private final Admission admission;
    private final Places places;
    private final Router router;
    private final Occasions occasions;

    ReferralManagement(Referrals referrals, Admission admission, Places places, Router router, Occasions occasions) {
        this.referrals = referrals;
        this.admission = admission;
        this.places = places;
        this.router = router;
        this.occasions = occasions;
    }

    /** Takes submissions in; safe to repeat. The answers stand in the order of the submissions. */
    public List<Submitted> submit(List<Posted> many) {
        return submit(many, 0);
    }

    private List<Submitted> submit(List<Posted> many, int turn) {
        var addresses = many.stream()
                .map(posted -> posted.submission().address())
                .filter(Objects::nonNull)
                .toList();
        var placeIds = places.of(addresses);
        var now = occasions.now();
        var firsts = new LinkedHashMap<UUID, Admitted>();
        for (var posted : many) {
            var address = posted.submission().address();
            var placeId = address == null ? null : placeIds.get(address);
            var by = occasions.by(posted.by(), now);
            firsts.computeIfAbsent(ReferralId.of(posted, turn), id -> admission.admit(id, posted, placeId, by));
        }
        var added = addAll(firsts);
        var answered = new HashSet<UUID>();
        return many.stream()
                .map(posted -> {
                    var id = ReferralId.of(posted, turn);
                    var one = Objects.requireNonNull(added.get(id));
                    var submittedAt = one.current().referral().dispute().submittedAt();
                    return posted.isKeyOver(submittedAt, now)
                            ? submit(List.of(posted), turn + 1).getFirst()
                            : answer(one, answered.add(id), posted);
                })
                .toList();
    }

    /** The keys go before what they open. Those to what turned out to be known already open nothing. */
    private Map<UUID, Added> addAll(Map<UUID, Admitted> firsts) {
        admission.storeKeys(rings(firsts));
        var moves = new LinkedHashMap<UUID, Moved>();
        firsts.forEach((id, admitted) -> moves.put(id, admitted.first()));
        var added = referrals.addAll(moves);
        var known = new LinkedHashMap<>(firsts);
        known.keySet().removeIf(id -> Objects.requireNonNull(added.get(id)).fresh());
        admission.dropKeys(rings(known));
        return added;
    }

    private static List<Keyring> rings(Map<UUID, Admitted> admitted) {
        return admitted.values().stream().flatMap(one -> one.ring().stream()).toList();
    }

    public Optional<Current> find(UUID id) {
        return referrals.find(id);
    }

    /** Those that exist, by id. */
    public Map<UUID, Current> findAll(Collection<UUID> ids) {
        return referrals.findAll(ids);
    }

    /** What this client submitted under this reference of its own. */
    public Optional<Current> findByReference(String client, String reference) {
        return referrals.find(ReferralId.ofReference(client, reference));
    }

    /** @param mayTouch whose referral it is; one that isn't the caller's is not found */
    public Answer amend(UUID id, Predicate<Referral> mayTouch, Amendment amendment, Actor actor, Expected expected) {
        var address = amendment.address();
        var placeId = address == null ? null : places.of(Set.of(address)).get(address);
        var rings = new ArrayList<Keyring>();
        var answer = change(id, mayTouch, expected, actor, (referral, by) -> {
            var amended = admission.amend(id, referral, amendment, placeId);
            var move = referral.amend(amended.dispute(), amended.origin(), offer -> urgentBy(offer, by), by);
            if (move instanceof Moved) {
                var ring = amended.ring().stream().toList();
                admission.storeKeys(ring);
                rings.addAll(ring);
            }
            return move;
        });
        // Those of attempts that others were faster than, or that were for another version than was expected.
        rings.removeIf(ring -> answer instanceof Answer.Done(var current)
                && current.referral().origin().rings().contains(ring.id()));
        admission.dropKeys(rings);
        return answer;
    }

    public Answer accept(UUID id, String center, Actor actor, Expected expected) {
        return change(id, expected, actor, (referral, by) -> referral.accept(center, by));
    }

    /** The next center of the borough is asked at once; when there is none, somebody has to place it by hand. */
    public Answer decline(UUID id, String center, String reason, Actor actor, Expected expected) {
        return change(id, expected, actor, (referral, by) -> referral.decline(center, reason, next(referral), by));
    }

    public Answer contact(UUID id, String center, Actor actor, Expected expected) {
        return change(id, expected, actor, (referral, by) -> referral.contact(center, by));
    }

    public Answer schedule(UUID id, String center, Instant at, Actor actor, Expected expected) {
        return change(id, expected, actor, (referral, by) -> referral.schedule(center, at, by));
    }

    public Answer putOnHold(UUID id, String center, String reason, Instant until, Actor actor, Expected expected) {
        return change(id, expected, actor, (referral, by) -> referral.putOnHold(center, reason, until, by));
    }

    public Answer release(UUID id, String center, Actor actor, Expected expected) {
        return change(id, expected, actor, (referral, by) -> referral.release(center, by));
    }

    /** The next center is asked, as after a decline. */
    public Answer transfer(UUID id, String center, String reason, Actor actor, Expected expected) {
        return change(id, expected, actor, (referral, by) -> referral.transfer(center, reason, next(referral), by));
    }

    public Answer close(UUID id, String center, String reason, Actor actor, Expected expected) {
        return change(id, expected, actor, (referral, by) -> referral.close(center, reason, by));
    }

    /** A coordinator places it by hand. */
    public Answer place(UUID id, Center center, Actor actor, Expected expected) {
        var choice = new Choice(center, List.of("placed by hand"));
        return change(id, expected, actor, (referral, by) -> referral.place(choice, by));
    }

    /** @param mayTouch whose referral it is; one that isn't the caller's is not found */
    public Answer withdraw(UUID id, Predicate<Referral> mayTouch, String reason, Actor actor, Expected expected) {
        return change(id, mayTouch, expected, actor, (referral, by) -> referral.withdraw(reason, by));
    }

    /** @param mayTouch whose referral it is; one that isn't the caller's is not found */
    public Answer enterInError(UUID id, Predicate<Referral> mayTouch, String reason, Actor actor, Expected expected) {
        return change(id, mayTouch, expected, actor, (referral, by) -> referral.enterInError(reason, by));
    }

    /** session-service tells of a session for a referral; it counts if it is the center's that has the referral. */
    public Answer sessionHeld(UUID id, String center, HeldSession session) {
        return change(id, Expected.ANY, Actor.SYSTEM, (referral, by) -> referral.sessionHeld(center, session, by));
    }

    /** @param mayTouch whose referral it is; one that isn't the caller's is not found */
    public Answer revokeConsent(UUID id, Predicate<Referral> mayTouch, int party, Actor actor, Expected expected) {
        return change(id, mayTouch, expected, actor, (referral, by) -> referral.revokeConsent(party, by));
    }

    /** Somebody concerned wants nothing to be kept of a referral that has ended. */
    public Answer shredContacts(UUID id, Actor actor, Expected expected) {
        return change(id, expected, actor, (referral, by) -> referral.shredContacts(Referral.REQUEST, by));
    }

    /** Destroys what is known of people and has to be gone by now, if any; safe to repeat, one thing at a time. */
    public Answer endContacts(UUID id) {
        return change(id, Expected.ANY, Actor.SYSTEM, Referral::endContacts);
    }

    /** Does what is due, if it is; safe to repeat, and by several copies at once. */
    public Answer lapse(UUID id, Outages outages) {
        return change(id, Expected.ANY, Actor.SYSTEM, (referral, by) -> referral.lapse(next(referral), outages, by));
    }

    /** Its center's system was not told of the offer in half its time; safe to repeat, and by several copies at once. */
    public Answer undelivered(UUID id, int offer) {
        return change(
                id, Expected.ANY, Actor.SYSTEM, (referral, by) -> referral.undelivered(offer, next(referral), by));
    }

    private Optional<Choice> next(Referral referral) {
        return router.next(referral.dispute().matter(), referral.asked());
    }

    private Instant urgentBy(Offer offer, Occasion by) {
        return router.find(offer.center())
                .map(center -> by.deadlines().answer(center, Urgency.URGENT, by.now()))
                .orElse(offer.deadline());
    }

    private Answer change(
            UUID id,
            Predicate<Referral> mayTouch,
            Expected expected,
            Actor actor,
            BiFunction<Referral, Occasion, Transition> move) {
        return change(
                id,
                expected,
                actor,
                (referral, by) -> mayTouch.test(referral)
                        ? move.apply(referral, by)
                        : new Transition.Refused(Refusal.NEVER_OFFERED));
    }

    private Answer change(UUID id, Expected expected, Actor actor, BiFunction<Referral, Occasion, Transition> move) {
        return referrals.change(id, expected, referral -> move.apply(referral, occasions.by(actor)));
    }

    private Submitted answer(Added added, boolean first, Posted posted) {
        if (added.fresh() && first) {
            return new Submitted.Fresh(added.current());
        }
        return admission.isRepeated(added.current().referral(), posted.submission())
                ? new Submitted.Repeated(added.current())
                : new Submitted.KeyReused();
    }
}
