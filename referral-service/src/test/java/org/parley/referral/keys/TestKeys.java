package org.parley.referral.keys;

import java.security.GeneralSecurityException;

/** Keys that no store has seen. */
public final class TestKeys {

    private TestKeys() {}

    public static Keys fresh() {
        try {
            return Keys.from(new KeySettings(null, null, null, null), (_, make) -> make.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
