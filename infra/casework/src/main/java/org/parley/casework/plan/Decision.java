package org.parley.casework.plan;

/** What becomes of an offer. */
public sealed interface Decision {

    record Declines(String reason) implements Decision {}

    /**
     * The center never answers.
     *
     * @param otherwise the reason for which it declines where an offer's time is too long to wait for
     */
    record Lapses(String otherwise) implements Decision {}

    /** The precinct takes the referral back before the center has answered. */
    record TakenBack(String reason) implements Decision {}

    record Accepts(Course course) implements Decision {}
}
