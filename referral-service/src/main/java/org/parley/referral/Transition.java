package org.parley.referral;

import java.util.List;

/** What became of an attempt to move a referral on. */
sealed interface Transition {

    /** It moved: these events happened, the last one's state is the new one. */
    record Moved(List<ReferralEvent> events) implements Transition {
        public Moved {
            events = List.copyOf(events);
        }

        public Moved(ReferralEvent... events) {
            this(List.of(events));
        }

        Referral after() {
            return events.getLast().after();
        }
    }

    /** The same was done before: the answer is the same, and nothing is written. */
    record Already() implements Transition {}

    record Refused(Refusal refusal) implements Transition {}
}
