package org.parley.referral.routing;

import org.jspecify.annotations.Nullable;

/** How an organisation is reached: published facts, never a person's. */
public record CenterContact(
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website) {}
