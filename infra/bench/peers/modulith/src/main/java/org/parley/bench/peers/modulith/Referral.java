package org.parley.bench.peers.modulith;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** As it is stored. The version makes a save an insert, without a look whether it is there. */
@Document("referrals")
record Referral(
        @Id String id, @Version @Nullable Long version, String state, Instant submittedAt, Submission submission) {}
