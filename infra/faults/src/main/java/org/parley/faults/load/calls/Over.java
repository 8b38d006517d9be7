package org.parley.faults.load.calls;

/** Ends what a client was about to do next, once nothing new is to begin. */
public final class Over extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Over() {
        super("the load is over", null, false, false);
    }
}
