package org.parley.enrollment.officers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer with the name, for those who may know it.
 *
 * @param name null once erased
 */
public record KnownOfficer(
        UUID id, long version, Officer officer, @Nullable String name) {

    /** Without the name. */
    @Override
    public String toString() {
        return "KnownOfficer[" + id + "]";
    }
}
