package org.parley.session;

import org.jspecify.annotations.Nullable;

/**
 * What this service keeps of a referral that a session may serve.
 *
 * @param center the one that has accepted it and not given it back
 */
public record KnownReferral(
        String state, String command, @Nullable String center) {}
