package org.parley.referral.audience;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where a subscriber wants its webhook to go: asked for over the API or on a page, by the same rules.
 *
 * @param secret to sign with from now on; null to go on with the one there is, or for a new one
 */
public record EndpointRequest(
        @NotNull @Size(max = MOST_URL) String url,

        @Pattern(regexp = "whsec_[A-Za-z0-9+/]{32,88}={0,2}", message = "must be whsec_ and 24 to 64 bytes in Base64")
        @Nullable
        String secret) {

    public static final int MOST_URL = 500;

    @Override
    public String toString() {
        return "EndpointRequest";
    }
}
