package org.parley.referral.ui;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.EndpointRequest;

/**
 * What was entered of an endpoint, as it was entered.
 *
 * @param secret is never shown again
 * @param sure whether what can't be taken back was confirmed
 */
record EndpointForm(
        @Nullable String url,
        @Nullable String secret,
        @Nullable Boolean sure) {

    static final EndpointForm EMPTY = new EndpointForm(null, null, null);

    EndpointRequest request() {
        return new EndpointRequest(Objects.requireNonNullElse(Fields.given(url), ""), Fields.given(secret));
    }

    boolean isSure() {
        return Boolean.TRUE.equals(sure);
    }

    @Override
    public String toString() {
        return "EndpointForm";
    }
}
