package org.parley.enrollment.officers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param next after whom the list goes on; null at its end */
public record OfficerPage(
        List<KnownOfficer> items, @Nullable UUID next) {

    public OfficerPage {
        items = List.copyOf(items);
    }
}
