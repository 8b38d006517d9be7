package org.parley.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.referral.contacts.Vault;
import org.springframework.stereotype.Service;

/** Opens what is sealed in a referral, for the one center that may see it. */
@Service
public class CaseFiles {

    private final Referrals referrals;
    private final Vault vault;

    CaseFiles(Referrals referrals, Vault vault) {
        this.referrals = referrals;
        this.vault = vault;
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
        if (!current.referral().isWorkedOnBy(center)) {
            return new CaseFile(current, Optional.empty(), List.of());
        }
        var sealed = current.referral().origin().sealed();
        return new CaseFile(current, vault.incident(current.id(), sealed), vault.parties(current.id(), sealed));
    }
}
