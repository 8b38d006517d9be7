package org.parley.enrollment;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids that can be computed again, so that doing something twice finds the first (RFC 9562, version 5). */
public final class Ids {

    private static final UUID TRAININGS = UUID.fromString("1c6a7d52-9be4-4d3c-9a0a-5b8f2f1f7e10");

    private Ids() {}

    /** One training per key of a client. */
    public static UUID training(String client, String key) {
        return of(of(TRAININGS, client), key);
    }

    /** One enrollment per officer in a training. */
    public static UUID enrollment(UUID training, UUID officer) {
        return of(training, officer.toString());
    }

    /** One certificate per enrollment. */
    public static UUID certificate(UUID enrollment) {
        return of(enrollment, "certificate");
    }

    private static UUID of(UUID namespace, String name) {
        return UuidCreator.getNameBasedSha1(namespace, name);
    }
}
