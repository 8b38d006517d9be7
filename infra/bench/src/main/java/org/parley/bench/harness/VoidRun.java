package org.parley.bench.harness;

/** Something was lost, doubled or out of order, or an answer was wrong: nothing measured in this run counts. */
public final class VoidRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public VoidRun(String reason) {
        super(reason);
    }

    public VoidRun(String reason, Throwable cause) {
        super(reason, cause);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is in a library of its own
    public static void unless(boolean right, String reason, Object... values) {
        if (!right) {
            throw new VoidRun(reason.formatted(values));
        }
    }
}
