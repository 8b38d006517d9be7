package org.parley.referral.ui;

import org.jspecify.annotations.Nullable;

/** What forms send. */
final class Fields {

    private Fields() {}

    /** A field that was left empty is sent all the same: null for it. */
    static @Nullable String given(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }
}
