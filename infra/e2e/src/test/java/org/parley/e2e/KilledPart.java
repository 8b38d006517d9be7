package org.parley.e2e;

import org.parley.processes.Service;
import org.parley.testing.Backing;

/** What can be killed in the middle of a run. */
enum KilledPart {
    ENROLLMENT,
    SESSION,
    REFERRAL,
    REPORTING,
    BROKER,
    STORE;

    /** Skips the test where the part is not a process of this run. */
    void killAndRestart(Platform platform) {
        switch (this) {
            case BROKER -> {
                Backing.broker().kill();
                Backing.broker().start();
            }
            case STORE -> {
                Backing.store().kill();
                Backing.store().start();
            }
            case ENROLLMENT, SESSION, REFERRAL, REPORTING -> {
                var process = platform.first(Service.valueOf(name()));
                process.kill();
                process.begin().awaitReady();
            }
        }
    }
}
