package org.parley.faults.load;

import java.time.Instant;
import org.parley.faults.load.calls.Clients;
import org.parley.faults.load.calls.Stage;
import org.parley.faults.load.draws.Chance;

/**
 * What all stories of a run share.
 *
 * @param begin before it everything happened that is told
 */
record Scene(long seed, Instant begin, Clients clients, Stage stage) {

    /** The luck of one story. */
    Chance chance(String story) {
        return new Chance("parley-faults/" + seed + "/" + story);
    }
}
