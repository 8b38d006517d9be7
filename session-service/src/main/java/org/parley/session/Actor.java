package org.parley.session;

/** Who did it: the role it was done in, and a client's id or an officer's opaque one. */
public record Actor(String role, String id) {

    /** What follows by itself. */
    static final Actor SYSTEM = new Actor("system", "system");
}
