package org.parley.referral;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.parley.referral.contacts.Look;
import org.parley.referral.contacts.Look.Purpose;
import org.parley.referral.contacts.Looks;
import org.parley.referral.contacts.Opened;
import org.parley.referral.contacts.Sealed;
import org.parley.referral.contacts.Vault;
import org.parley.referral.duplicates.Lookalikes;
import org.springframework.stereotype.Service;

/** Opens what is sealed in a referral, for those who may see it, and not before it is written down that they do. */
@Service
public class CaseFiles {

    private final Referrals referrals;
    private final Vault vault;
    private final Looks looks;
    private final Lookalikes lookalikes;
    private final Clock clock;

    CaseFiles(Referrals referrals, Vault vault, Looks looks, Lookalikes lookalikes, Clock clock) {
        this.referrals = referrals;
        this.vault = vault;
        this.looks = looks;
        this.lookalikes = lookalikes;
        this.clock = clock;
    }

    /** Empty where the center was never asked. */
    public Optional<CaseFile> find(UUID id, String center, Actor reader) {
        return referrals
                .find(id)
                .filter(current -> current.referral().offerTo(center).isPresent())
                .map(current -> open(current, center, reader));
    }

    /** With the incident and the people, while the center works on it. */
    public CaseFile open(Current current, String center, Actor reader) {
        var opened = current.referral().isWorkedOnBy(center)
                ? look(current, current.referral().origin().sealed(), Purpose.CASE, reader)
                : Opened.NOTHING;
        return new CaseFile(current, opened.incident(), opened.parties(), alike(current, center));
    }

    /** Without anybody concerned: most of what a center does needs no look at them. */
    public CaseFile keepShut(Current current, String center) {
        return new CaseFile(current, Optional.empty(), new TreeMap<>(), alike(current, center));
    }

    /** What is held about one party, and everybody it was shown to; for the party itself. */
    public Optional<Holding> export(UUID id, int party, Actor reader) {
        return referrals
                .find(id)
                .filter(current -> current.referral().origin().party(party).isPresent())
                .map(current -> {
                    var own = current.referral().origin().sealed().stream()
                            .filter(one -> one.isOf(party))
                            .toList();
                    var held = Optional.ofNullable(
                            look(current, own, Purpose.EXPORT, reader).parties().get(party));
                    return new Holding(
                            current, current.referral().origin().party(party).orElseThrow(), held, looks(current));
                });
    }

    /** The audit trail of a referral. */
    public List<Look> looks(Current current) {
        return looks.read(current.id(), current.referral().dispute().submittedAt(), clock.instant());
    }

    private Opened look(Current current, List<Sealed> sealed, Purpose purpose, Actor reader) {
        if (sealed.isEmpty()) {
            return Opened.NOTHING;
        }
        var what = sealed.stream().map(Sealed::what).toList();
        looks.write(current.id(), new Look(clock.instant(), reader.role(), reader.id(), purpose, what));
        return vault.open(current.id(), sealed);
    }

    /** Those that the center may look at itself; whether another center has one is not its business. */
    private List<UUID> alike(Current current, String center) {
        var likeness = current.referral().dispute().likeness();
        if (likeness.isEmpty()) {
            return List.of();
        }
        var others = lookalikes.find(likeness.get()).stream()
                .filter(id -> !id.equals(current.id()))
                .toList();
        var found = referrals.findAll(others);
        return others.stream()
                .filter(found::containsKey)
                .filter(id -> {
                    var other = Objects.requireNonNull(found.get(id)).referral();
                    return other.dispute().likeness().equals(likeness)
                            && other.state() != Referral.State.ENTERED_IN_ERROR
                            && other.offerTo(center).isPresent();
                })
                .toList();
    }
}
