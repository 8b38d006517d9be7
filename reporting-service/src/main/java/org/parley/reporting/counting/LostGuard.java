package org.parley.reporting.counting;

/** Another copy of the service writes the same partition. Nothing in memory holds any more; the poll is run again. */
public final class LostGuard extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostGuard(String document) {
        super("Another copy wrote " + document);
    }
}
