package org.parley.enrollment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.starter.identity.Caller;

/**
 * Who asks: coordinators for everything, commanders for the officers of their commands, officers for themselves. What
 * somebody may not see does not exist for them.
 */
public record Requester(Caller caller) {

    private static final String COORDINATOR = "coordinator";
    private static final String COMMANDER = "commander";
    private static final String OFFICER = "officer";
    private static final String COMMAND = "command";

    /** As whom the caller acts, in the widest role there is; an officer's opaque id before any other. */
    public Actor actor() {
        var role = caller.is(COORDINATOR) ? COORDINATOR : caller.is(COMMANDER) ? COMMANDER : OFFICER;
        return new Actor(role, caller.claim(OFFICER).orElse(caller.id()));
    }

    public boolean mayAsk(List<SeatRequest> requests) {
        return requests.stream().allMatch(it -> sees(it.officer(), it.command()));
    }

    public boolean sees(Enrollment enrollment) {
        return sees(enrollment.officer(), enrollment.command());
    }

    public boolean is(UUID officer) {
        return caller.is(OFFICER) && self().filter(officer::equals).isPresent();
    }

    private boolean sees(UUID officer, String command) {
        return caller.is(COORDINATOR)
                || (caller.is(COMMANDER) && caller.covers(COMMAND, command))
                || (is(officer) && caller.covers(COMMAND, command));
    }

    private Optional<UUID> self() {
        return caller.claim(OFFICER).map(UUID::fromString);
    }
}
