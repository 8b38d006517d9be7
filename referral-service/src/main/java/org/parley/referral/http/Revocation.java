package org.parley.referral.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** @param party its number in the referral, from 0 in the order of the submission */
record Revocation(@NotNull @Min(0) @Max(19) Integer party) {}
