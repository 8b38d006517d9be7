package org.parley.bench.harness;

/** One of those that take turns in the rounds. */
public interface Contender {

    String name();

    /**
     * Measures once, and checks that nothing was lost, doubled or out of order. Warm-up rounds run exactly as the others.
     *
     * @throws VoidRun if the check fails
     */
    Figures round() throws Exception;

    /** A contender from a lambda. */
    static Contender of(String name, Measurement measurement) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Figures round() throws Exception {
                return measurement.measure();
            }
        };
    }

    @FunctionalInterface
    interface Measurement {
        Figures measure() throws Exception;
    }
}
