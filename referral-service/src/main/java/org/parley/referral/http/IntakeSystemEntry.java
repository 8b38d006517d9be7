package org.parley.referral.http;

import com.nimbusds.jose.jwk.JWK;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.referral.codes.Listed;
import org.parley.referral.keys.IntakeSystem;
import org.parley.referral.keys.SigningKey;
import org.parley.referral.keys.SigningKey.Checked;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.Violation;

/**
 * A system that may send contacts over Kafka.
 *
 * @param keys JWKs of the public keys of its signatures
 * @param commands those it speaks for
 */
record IntakeSystemEntry(
        @ArraySchema(schema = @Schema(implementation = PublicKey.class)) @NotEmpty @Size(max = 10)
        List<@NotNull Map<String, Object>> keys,

        @NotEmpty @Size(max = 200) List<@NotNull @Listed("commands") String> commands) {

    /** A JWK, whatever its type. */
    record PublicKey(
            String kty,
            String kid,
            @Nullable String use,
            @Nullable String alg,
            @Nullable String crv,
            @Nullable String x,
            @Nullable String y,
            @Nullable String n,
            @Nullable String e) {}

    static IntakeSystemEntry from(IntakeSystem system) {
        return new IntakeSystemEntry(
                system.keys().stream().map(JWK::toJSONObject).toList(),
                system.commands().stream().sorted().toList());
    }

    /** @throws ProblemException with each key that can't be taken */
    IntakeSystem system(String client) {
        var good = new ArrayList<JWK>();
        var ids = new HashSet<String>();
        var broken = new ArrayList<Violation>();
        for (var place = 0; place < keys.size(); place++) {
            var pointer = "/keys/" + place;
            switch (SigningKey.check(keys.get(place))) {
                case Checked.Broken(var field, var rule) ->
                    broken.add(new Violation(field.isEmpty() ? pointer : pointer + "/" + field, rule));
                case Checked.Good(var key)
                when !ids.add(key.getKeyID()) -> broken.add(new Violation(pointer + "/kid", "must be of one key only"));
                case Checked.Good(var key) -> good.add(key);
            }
        }
        if (!broken.isEmpty()) {
            throw ProblemException.invalid(broken);
        }
        return new IntakeSystem(client, good, new HashSet<>(commands));
    }
}
