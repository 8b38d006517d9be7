package org.parley.referral;

/** What became of a command on a referral. */
public sealed interface Answer {

    /** Done, now or before. */
    record Done(Current current) implements Answer {}

    record NotFound() implements Answer {}

    /** The caller knew another version than the current one. */
    record VersionMismatch(long current) implements Answer {}

    record Refused(Refusal refusal) implements Answer {}

    /** The versions that a caller is willing to change. */
    @FunctionalInterface
    interface Expected {

        Expected ANY = _ -> true;

        boolean met(long version);
    }
}
