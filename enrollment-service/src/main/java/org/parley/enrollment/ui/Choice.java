package org.parley.enrollment.ui;

import java.util.List;
import java.util.UUID;

/**
 * An officer to choose, or not to.
 *
 * @param standing what speaks for or against it, in a few words each
 */
record Choice(UUID id, String label, boolean chosen, List<String> standing) {

    Choice {
        standing = List.copyOf(standing);
    }
}
