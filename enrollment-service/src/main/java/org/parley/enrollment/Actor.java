package org.parley.enrollment;

/** Who did it: the role it was done in, and a client's id or an officer's opaque one. */
public record Actor(String role, String id) {

    static final Actor SYSTEM = new Actor("system", "system");
}
