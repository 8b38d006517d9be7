package org.parley.enrollment;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Insertion;
import org.parley.starter.outbox.New;
import org.springframework.stereotype.Component;

/**
 * Keeps officers from having seats in two trainings that aren't over. No write spans two documents, so a seat is given
 * in three steps: the training claims the officer; it reads itself, then the claim; it writes the seat under the version
 * that it read. Whoever takes a claim over first says so in it, then looks whether the one before has given a seat, and
 * raises that one's version: what was about to be written there by the old claim fails, reads the claim again and sees
 * that it is gone. A claim that came to nothing is simply taken over; nothing has to be given back.
 */
@Component
class SeatClaims {

    private final Documents<SeatClaim> claims;
    private final Documents<Training> trainings;

    SeatClaims(Documents<SeatClaim> claims, Documents<Training> trainings) {
        this.claims = claims;
        this.trainings = trainings;
    }

    /**
     * How officers who were claimed for a training stand now. To be called after the training was read, and before each
     * try to write it.
     */
    Standings standings(Set<UUID> claimed, UUID training) {
        var found = claims.findAll(claimed.stream().map(UUID::toString).toList());
        return officer -> {
            var claim = found.get(officer.toString());
            if (claim == null) {
                return Standing.UNASKED;
            }
            if (claim.state().isGood(training)) {
                return Standing.HERE;
            }
            // without a seat it was only faster, and may be taken over again
            return hasSeat(officer, claim.state(), training) ? Standing.ELSEWHERE : Standing.UNASKED;
        };
    }

    /** For each of them the claim is this training's afterwards, or a seat in another one stands against it. */
    void claim(Collection<UUID> officers, UUID training) {
        var wanted = officers.stream()
                .map(it -> new New<>(it.toString(), SeatClaim.of(training), List.of()))
                .toList();
        claims.insertAll(wanted).values().stream()
                .filter(Insertion.Existing.class::isInstance)
                .map(Insertion::held)
                .filter(it -> !it.state().isGood(training))
                .forEach(it -> takeOver(it, training));
    }

    private void takeOver(Held<SeatClaim> found, UUID training) {
        var officer = UUID.fromString(found.id());
        if (hasSeat(officer, found.state(), training)) {
            return;
        }
        var taken = claims.change(
                        found.id(),
                        held -> held.state().isGood(training)
                                ? Decision.keep(held.state())
                                : write(held.state().takenBy(training)))
                .orElseThrow();
        var version = taken.held().version();
        for (var before : taken.answer().unfenced()) {
            if (fence(before, officer)) {
                // Only in the claim as it was taken: whoever has it by now may have to fence the same one anew.
                var seen = version;
                var fenced = claims.<Boolean>change(
                                found.id(),
                                held -> held.version() == seen
                                        ? Decision.write(true, held.state().fenced(before))
                                        : Decision.keep(false))
                        .orElseThrow();
                if (!fenced.answer()) {
                    return;
                }
                version = fenced.held().version();
            } else {
                claims.change(
                        found.id(),
                        held -> held.state().training().equals(training)
                                ? write(held.state().takenBy(before))
                                : Decision.keep(held.state()));
                return;
            }
        }
    }

    private boolean hasSeat(UUID officer, SeatClaim claim, UUID butIn) {
        return claim.holders().stream()
                .filter(it -> !it.equals(butIn))
                .flatMap(it -> trainings.find(it.toString()).stream())
                .anyMatch(it -> it.state().holds(officer));
    }

    /** False: the officer has a seat there. Else it gives none any more by a claim that was read before. */
    private boolean fence(UUID training, UUID officer) {
        return trainings
                .<Boolean>change(training.toString(), held -> {
                    if (held.state().holds(officer)) {
                        return Decision.keep(false);
                    }
                    return held.state().isLive() ? Decision.write(true, held.state()) : Decision.keep(true);
                })
                .map(it -> it.answer())
                .orElse(true);
    }

    private static Decision<SeatClaim, SeatClaim> write(SeatClaim next) {
        return Decision.write(next, next);
    }
}
