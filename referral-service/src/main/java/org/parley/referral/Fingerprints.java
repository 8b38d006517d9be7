package org.parley.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.parley.referral.keys.Keys;
import org.parley.starter.keys.HashKey;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a repeated submission from another one under the same reference, without keeping either. What is hashed is the
 * submission as it was understood: spaces, order and defaults spelled out make no difference, nor does the way it came.
 */
@Component
class Fingerprints {

    private final JsonMapper json;
    private final HashKey key;

    Fingerprints(JsonMapper json, Keys keys) {
        // What is absent leaves no trace, so that a field added later changes no fingerprint of before.
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
                .build();
        this.key = keys.fingerprints();
    }

    String of(Submission submission) {
        return key.hash(json.writeValueAsBytes(submission));
    }
}
