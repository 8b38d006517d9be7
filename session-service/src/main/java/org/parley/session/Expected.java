package org.parley.session;

/** Which version of a log a change is meant for. */
@FunctionalInterface
public interface Expected {

    Expected ANY = _ -> true;

    boolean isMetBy(long version);
}
