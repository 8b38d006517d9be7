package org.parley.connector;

import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run did. {@code read} = {@code sent} + {@code unanswered} + all of {@code leftOut}; in a dry run nothing is
 * sent.
 *
 * @param eligible rows that are referrals; {@code byType}, {@code byCommand} and {@code byBorough} count these
 * @param sent rows the platform, or over Kafka the broker, answered for
 * @param accepted referrals the platform has from this run; null where nobody asked it, as duplicate and refused
 * @param unanswered rows nobody answered for as long as patience lasted; they may have arrived or not
 * @param unconfirmed rows the broker has and the platform didn't show; null where nobody asked it
 */
record Summary(
        long read,
        long eligible,
        long sent,
        @Nullable Long accepted,
        @Nullable Long duplicate,
        @Nullable Long refused,
        long unanswered,
        @Nullable Long unconfirmed,
        Map<String, Long> leftOut,
        Map<String, Long> byType,
        Map<String, Long> byBorough,
        Map<String, Long> byCommand) {

    /** Whether every eligible row is where it should be. */
    boolean complete() {
        return unanswered + orZero(refused) + orZero(unconfirmed) == 0;
    }

    void print(PrintStream out) {
        line(out, "read", read);
        leftOut.forEach((reason, count) -> line(out, "  left out, " + reason, count));
        line(out, "eligible", eligible);
        byType.forEach((type, count) -> line(out, "  " + type, count));
        byBorough.forEach((borough, count) -> line(out, "  " + borough, count));
        line(out, "sent", sent);
        line(out, "  accepted", accepted);
        line(out, "  duplicate", duplicate);
        line(out, "  refused", refused);
        line(out, "  unconfirmed", unconfirmed);
        line(out, "unanswered", unanswered);
    }

    private static void line(PrintStream out, String what, @Nullable Long count) {
        if (count != null) {
            out.printf("%-28s %,9d%n", what, count);
        }
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
