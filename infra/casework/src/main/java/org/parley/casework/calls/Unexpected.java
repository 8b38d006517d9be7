package org.parley.casework.calls;

/** A service answered something that no step of this run expects, or nothing at all. */
public final class Unexpected extends RuntimeException {

    public Unexpected(String message) {
        super(message);
    }
}
