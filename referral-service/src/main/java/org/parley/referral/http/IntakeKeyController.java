package org.parley.referral.http;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Clock;
import java.util.List;
import org.parley.referral.keys.IntakeKeys;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What to encrypt contacts for that are sent over Kafka, as a JWK set. Open to everybody. */
@RestController
class IntakeKeyController {

    private final IntakeKeys keys;
    private final Clock clock;

    IntakeKeyController(IntakeKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @param keys the present one first */
    record IntakeKeySet(List<IntakeKey> keys) {}

    record IntakeKey(String kty, String use, String alg, String kid, String crv, String x, String y) {

        static IntakeKey from(ECKey key) {
            return new IntakeKey(
                    key.getKeyType().getValue(),
                    key.getKeyUse().identifier(),
                    key.getAlgorithm().getName(),
                    key.getKeyID(),
                    key.getCurve().getName(),
                    key.getX().toString(),
                    key.getY().toString());
        }
    }

    @GetMapping("/v1/intake/keys")
    ResponseEntity<IntakeKeySet> published() {
        var published = keys.published(clock.instant());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(keys.cacheable()).cachePublic())
                .body(new IntakeKeySet(published.stream().map(IntakeKey::from).toList()));
    }
}
