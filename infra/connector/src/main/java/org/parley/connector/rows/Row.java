package org.parley.connector.rows;

import java.util.Locale;

/** One row of a file. */
public sealed interface Row {

    /** The line of the file the row begins in; the header's is 1. */
    long line();

    /** The row's key in the system it comes from; empty when not even that could be read. */
    String key();

    record Eligible(long line, String key, Referral referral) implements Row {}

    /** @param detail what a person needs to see why; never an address or anything else that could name somebody */
    record LeftOut(long line, String key, Reason reason, String detail) implements Row {}

    enum Reason {
        NOT_A_DISPUTE,
        OTHER_AGENCY,
        NO_COMMAND,
        UNREADABLE;

        /** As it stands in summaries and rejects: {@code not-a-dispute}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
