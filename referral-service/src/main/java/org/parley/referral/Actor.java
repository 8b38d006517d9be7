package org.parley.referral;

/** Who did it: a client of the platform, an officer by the opaque id, or the platform itself. Never a name. */
public record Actor(String role, String id) {

    public static final Actor SYSTEM = new Actor("system", "system");
}
