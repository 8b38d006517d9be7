package org.parley.enrollment.keys;

/** Keys that no store has seen. */
public final class TestKeys {

    private TestKeys() {}

    public static Keys fresh() {
        return Keys.from(new KeySettings(null, null, null), (_, make) -> make.get());
    }
}
