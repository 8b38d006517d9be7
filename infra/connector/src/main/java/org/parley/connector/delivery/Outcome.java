package org.parley.connector.delivery;

/** What became of a referral. */
public sealed interface Outcome {

    /** The platform has it, and has it from this run. */
    record Accepted() implements Outcome {}

    /** The platform had it already. */
    record Duplicate() implements Outcome {}

    /** The broker has it; what the platform makes of it was not looked up. */
    record Sent() implements Outcome {}

    /** The platform won't have it, now or later. */
    record Refused(String reason, String detail) implements Outcome {}

    /** It may have arrived or not: nobody answered as long as patience lasted. */
    record Unanswered(String detail) implements Outcome {}

    /** The broker has it, and the platform didn't show it as long as patience lasted. */
    record Unconfirmed(String detail) implements Outcome {}

    /** It would have been sent. */
    record Planned() implements Outcome {}
}
