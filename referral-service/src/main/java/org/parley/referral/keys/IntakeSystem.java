package org.parley.referral.keys;

import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A system that sends contacts over Kafka.
 *
 * @param client as in {@code ce_source}
 * @param keys the public keys of its signatures, each with an id of its own
 * @param commands those it speaks for
 */
public record IntakeSystem(String client, List<JWK> keys, Set<String> commands) {

    public IntakeSystem {
        keys = List.copyOf(keys);
        commands = Set.copyOf(commands);
    }

    Optional<JWK> key(@Nullable String kid) {
        return keys.stream().filter(key -> key.getKeyID().equals(kid)).findFirst();
    }
}
