package org.parley.enrollment;

import java.util.UUID;

/**
 * An officer's wish for a seat, by the command the officer serves in.
 *
 * @param again also if the officer has withdrawn from this training or was declined: without it a request that is only
 *     sent a second time would take that back
 */
public record SeatRequest(UUID officer, String command, boolean nco, boolean again) {

    public SeatRequest(UUID officer, String command, boolean nco) {
        this(officer, command, nco, false);
    }
}
