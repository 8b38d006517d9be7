package org.parley.casework.desks;

/** How a center gets what is in its inbox. */
sealed interface Way extends AutoCloseable permits Polling, Streaming, Hooked, Switching {

    String name();

    void open();

    @Override
    void close();
}
