package org.parley.casework.books;

/**
 * How a referral ended.
 *
 * @param resolution empty where nobody has said
 */
public record End(State state, String reason, String resolution) {

    public enum State {
        CLOSED,
        WITHDRAWN,
        ENTERED_IN_ERROR
    }
}
