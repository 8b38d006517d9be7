package org.parley.bench.delivery;

/** What an endpoint does with every delivery. */
enum Behaviour {
    FINE(204),
    ERROR(500),
    /** Asks for patience: Retry-After. */
    PATIENCE(429),
    /** Takes the request and never answers. */
    HANG(0),
    /** Takes the request and breaks the connection. */
    RESET(0),
    GONE(410);

    private final int status;

    Behaviour(int status) {
        this.status = status;
    }

    /** 0 without an answer. */
    int status() {
        return status;
    }
}
