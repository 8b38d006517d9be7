package org.parley.testing;

/** The topics of one scope. */
public record Topics(String prefix) {

    /** By the name of the contracts, as {@code parley.referrals.v1}. */
    public Topic named(String name) {
        return new Topic(prefix + name);
    }
}
