package org.parley.referral.contacts;

import java.util.List;
import java.util.Optional;

/**
 * What was sealed of a referral, and the keys to it, which are to be stored before it and apart from it.
 *
 * @param ring empty when there was nothing to seal
 */
public record SealedFile(List<Sealed> sealed, Optional<Keyring> ring) {

    public SealedFile {
        sealed = List.copyOf(sealed);
    }
}
