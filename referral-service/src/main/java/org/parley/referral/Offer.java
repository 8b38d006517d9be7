package org.parley.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.referral.routing.Choice;

/** A center was asked to take the referral. {@code number} counts the offers of one referral from 1. */
public record Offer(
        int number,
        String center,
        State state,
        Instant offeredAt,
        Instant deadline,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        List<String> why) {

    public enum State {
        PENDING,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        WITHDRAWN
    }

    public Offer {
        why = List.copyOf(why);
    }

    static Offer to(Choice choice, int number, Urgency urgency, Instant now, Deadlines deadlines) {
        var deadline = deadlines.answer(choice.center(), urgency, now);
        return new Offer(number, choice.center().id(), State.PENDING, now, deadline, null, null, choice.why());
    }

    /** By then it should have reached its center's system, if that wants to be told. */
    public Instant halfTime() {
        return halfTime(offeredAt, deadline);
    }

    public static Instant halfTime(Instant offeredAt, Instant deadline) {
        return offeredAt.plus(Duration.between(offeredAt, deadline).dividedBy(2));
    }

    public boolean isOpen() {
        return state == State.PENDING;
    }

    /** Answered sooner, never later than it was told. */
    Offer by(Instant sooner) {
        return new Offer(
                number,
                center,
                state,
                offeredAt,
                sooner.isBefore(deadline) ? sooner : deadline,
                decidedAt,
                reason,
                why);
    }

    Offer decided(State decision, @Nullable String reason, Instant now) {
        return new Offer(number, center, decision, offeredAt, deadline, now, reason, why);
    }
}
