package org.parley.referral.keys;

/**
 * The key store does not answer, or lets this service do nothing at present. Nothing is known to be wrong with what was to
 * be opened or sealed: it can be tried again.
 */
public final class KeysAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysAway(Exception cause) {
        super("The key store is away", cause);
    }
}
