package org.parley.referral;

import java.util.UUID;

/** A referral as it is now; {@code version} changes with every write. */
public record Current(UUID id, long version, Referral referral) {}
