package org.parley.bench.counting;

import java.util.Map;

/** Somebody who counts a log, seen from outside. */
interface Counter {

    /** How many events are counted by now. Asked ten times a second, so it must be cheap for store and broker. */
    long counted() throws Exception;

    /** Every figure by its name, as a user would read it. */
    Map<String, Long> figures() throws Exception;
}
