package org.parley.referral.delivery;

import java.net.URI;
import java.time.Instant;
import org.bson.types.Binary;
import org.springframework.data.annotation.Id;

/** Where a center wants to be told. The secret is kept encrypted and shown once. */
public record Endpoint(@Id String center, URI url, Binary secret, Instant since) {

    @Override
    public String toString() {
        return "Endpoint[" + center + "]";
    }
}
