package org.parley.referral;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.parley.referral.contacts.Vault;
import org.parley.referral.duplicates.Lookalikes;
import org.springframework.stereotype.Service;

/** Opens what is sealed in a referral, for the one center that may see it. */
@Service
public class CaseFiles {

    private final Referrals referrals;
    private final Vault vault;
    private final Lookalikes lookalikes;

    CaseFiles(Referrals referrals, Vault vault, Lookalikes lookalikes) {
        this.referrals = referrals;
        this.vault = vault;
        this.lookalikes = lookalikes;
    }

    /** Empty where the center was never asked. */
    public Optional<CaseFile> find(UUID id, String center) {
        return referrals
                .find(id)
                .filter(current -> current.referral().offerTo(center).isPresent())
                .map(current -> open(current, center));
    }

    /** The file of a referral just changed. */
    public CaseFile open(Current current, String center) {
        var alike = alike(current, center);
        if (!current.referral().isWorkedOnBy(center)) {
            return new CaseFile(current, Optional.empty(), List.of(), alike);
        }
        var sealed = current.referral().origin().sealed();
        return new CaseFile(current, vault.incident(current.id(), sealed), vault.parties(current.id(), sealed), alike);
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
