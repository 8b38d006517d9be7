package org.parley.starter.consume;

/** A record that goes to the dead letters, and why. */
public record Refusal(Received record, String reason, String detail) {

    public static Refusal of(Received record, Refused refused) {
        return new Refusal(record, refused.reason(), refused.detail());
    }
}
