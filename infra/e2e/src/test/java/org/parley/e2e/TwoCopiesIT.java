package org.parley.e2e;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The same with two copies of every service against one broker and one store, each spoken to in turn. */
@Tag("proof")
class TwoCopiesIT extends MainLine {

    private static Platform platform;

    @BeforeAll
    static void starts() {
        platform = new Platform(2);
    }

    @AfterAll
    static void ends() {
        platform.close();
    }

    @Override
    Platform platform() {
        return platform;
    }
}
