package org.parley.referral;

import org.jspecify.annotations.Nullable;

/** What can happen to a referral. Each event has the referral as it was right after it. */
sealed interface ReferralEvent {

    Referral after();

    Actor actor();

    record Submitted(Referral after, Actor actor) implements ReferralEvent {}

    record ScreenedOut(Referral after, Actor actor) implements ReferralEvent {}

    record Offered(Referral after) implements ReferralEvent {
        @Override
        public Actor actor() {
            return Actor.SYSTEM;
        }
    }

    record Accepted(Referral after, Actor actor) implements ReferralEvent {}

    record Declined(Referral after, Actor actor, String reasonGiven) implements ReferralEvent {}

    record Scheduled(Referral after, Actor actor) implements ReferralEvent {}

    record SessionHeld(Referral after) implements ReferralEvent {
        @Override
        public Actor actor() {
            return Actor.SYSTEM;
        }
    }

    record Closed(Referral after, Actor actor, String reasonGiven) implements ReferralEvent {}

    record Withdrawn(Referral after, Actor actor, String reasonGiven) implements ReferralEvent {}

    /** The name it goes by outside; once used, never changed. */
    default String type() {
        var name = switch (this) {
            case Submitted _ -> "submitted";
            case ScreenedOut _ -> "screened-out";
            case Offered _ -> "offered";
            case Accepted _ -> "accepted";
            case Declined _ -> "declined";
            case Scheduled _ -> "scheduled";
            case SessionHeld _ -> "session-held";
            case Closed _ -> "closed";
            case Withdrawn _ -> "withdrawn";
        };
        return "org.parley.referral." + name + ".v1";
    }

    /** A code of a closed list, where a reason is asked for. */
    default @Nullable String reason() {
        return switch (this) {
            case ScreenedOut screened -> String.valueOf(screened.after().screenedOutFor());
            case Declined declined -> declined.reasonGiven();
            case Closed closed -> closed.reasonGiven();
            case Withdrawn withdrawn -> withdrawn.reasonGiven();
            case Submitted _, Offered _, Accepted _, Scheduled _, SessionHeld _ -> null;
        };
    }
}
