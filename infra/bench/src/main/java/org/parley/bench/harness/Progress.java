package org.parley.bench.harness;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What happens meanwhile, for whoever looks on; the tables alone go to standard output. */
public final class Progress {

    private Progress() {}

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is in a library of its own
    public static void say(String format, Object... values) {
        System.err.println(
                LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + format.formatted(values));
    }
}
