package org.parley.connector.rows;

/** A file or a setting that nothing can be done with; the message is for the person who gave it. */
public final class BadInput extends RuntimeException {

    public BadInput(String message) {
        super(message);
    }
}
