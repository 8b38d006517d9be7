package org.parley.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.parley.referral.Answer.Expected;
import org.parley.referral.Transition.Moved;
import org.parley.referral.places.Places;
import org.parley.referral.routing.Directory;
import org.springframework.stereotype.Service;

/** What can be done with referrals, whichever way it is asked for. */
@Service
public class ReferralManagement {

    private final Referrals referrals;
    private final Admission admission;
    private final Places places;
    private final Directory directory;
    private final Clock clock;

    ReferralManagement(Referrals referrals, Admission admission, Places places, Directory directory, Clock clock) {
        this.referrals = referrals;
        this.admission = admission;
        this.places = places;
        this.directory = directory;
        this.clock = clock;
    }

    /** Takes submissions in; safe to repeat. The answers stand in the order of the submissions. */
    public List<Submitted> submit(List<Posted> many) {
        var addresses = many.stream()
                .map(posted -> posted.submission().address())
                .filter(Objects::nonNull)
                .toList();
        var placeIds = places.of(addresses);
        var now = clock.instant();
        var firsts = new LinkedHashMap<UUID, Moved>();
        for (var posted : many) {
            var address = posted.submission().address();
            var placeId = address == null ? null : placeIds.get(address);
            firsts.computeIfAbsent(ReferralId.of(posted), id -> admission.admit(id, posted, placeId, now));
        }
        var added = referrals.addAll(firsts);
        var answered = new HashSet<UUID>();
        return many.stream()
                .map(posted -> {
                    var id = ReferralId.of(posted);
                    return answer(Objects.requireNonNull(added.get(id)), answered.add(id), posted);
                })
                .toList();
    }

    public Optional<Current> find(UUID id) {
        return referrals.find(id);
    }

    /** What this client submitted under this reference of its own. */
    public Optional<Current> findByReference(String client, String reference) {
        return referrals.find(ReferralId.ofReference(client, reference));
    }

    public Answer accept(UUID id, String center, Actor actor, Expected expected) {
        return referrals.change(id, expected, referral -> referral.accept(center, actor, clock.instant()));
    }

    /** The next center of the borough is asked at once; when there is none, somebody has to place it by hand. */
    public Answer decline(UUID id, String center, String reason, Actor actor, Expected expected) {
        return referrals.change(id, expected, referral -> {
            var next = directory.next(referral.dispute().borough(), referral.asked());
            return referral.decline(center, reason, next, actor, clock.instant());
        });
    }

    public Answer schedule(UUID id, String center, Instant at, Actor actor, Expected expected) {
        return referrals.change(id, expected, referral -> referral.schedule(center, at, actor));
    }

    public Answer close(UUID id, String center, String reason, Actor actor, Expected expected) {
        return referrals.change(id, expected, referral -> referral.close(center, reason, actor, clock.instant()));
    }

    /** @param mayTouch whose referral it is; one that isn't the caller's is not found */
    public Answer withdraw(UUID id, Predicate<Referral> mayTouch, String reason, Actor actor, Expected expected) {
        return referrals.change(
                id,
                expected,
                referral -> mayTouch.test(referral)
                        ? referral.withdraw(reason, actor, clock.instant())
                        : new Transition.Refused(Refusal.NEVER_OFFERED));
    }

    /** session-service tells of a session for a referral; it counts if it is the center's that has the referral. */
    public Answer sessionHeld(UUID id, String center, HeldSession session) {
        return referrals.change(id, Expected.ANY, referral -> referral.sessionHeld(center, session, clock.instant()));
    }

    private Submitted answer(Referrals.Added added, boolean first, Posted posted) {
        if (added.fresh() && first) {
            return new Submitted.Fresh(added.current());
        }
        return admission.isRepeated(added.current().referral(), posted.submission())
                ? new Submitted.Repeated(added.current())
                : new Submitted.KeyReused();
    }
}
