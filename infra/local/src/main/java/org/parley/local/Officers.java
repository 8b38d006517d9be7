package org.parley.local;

import java.util.UUID;

/** Officers, and a trainer, by opaque id, as every part but enrollment knows them. */
public final class Officers {

    /** The officer of the test client {@code officer-demo}. */
    public static final UUID DEMO = UUID.fromString("0ff1ce00-0000-4000-8000-000000000075");

    /** The trainer of the test client {@code trainer-demo}. */
    public static final UUID TRAINER_DEMO = UUID.fromString("0ff1ce00-0000-4000-8000-00000000070a");

    private Officers() {}
}
