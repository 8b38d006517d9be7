package org.parley.enrollment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.starter.identity.Caller;

/**
 * Who asks: coordinators for everything, commanders for the officers of their commands, officers for themselves, trainers
 * for the trainings that they give. What somebody may not see does not exist for them.
 */
public record Requester(Caller caller) {

    private static final String COORDINATOR = "coordinator";
    private static final String COMMANDER = "commander";
    private static final String TRAINER = "trainer";
    private static final String OFFICER = "officer";
    private static final String COMMAND = "command";

    /** As whom the caller acts, in the widest role there is; an opaque id before any other. */
    public Actor actor() {
        if (caller.is(COORDINATOR) || caller.is(COMMANDER)) {
            var role = caller.is(COORDINATOR) ? COORDINATOR : COMMANDER;
            return new Actor(role, caller.claim(OFFICER).orElse(caller.id()));
        }
        var role = caller.is(TRAINER) ? TRAINER : OFFICER;
        return new Actor(role, caller.claim(role).orElse(caller.id()));
    }

    public boolean isCoordinator() {
        return caller.is(COORDINATOR);
    }

    public boolean mayAsk(List<SeatRequest> requests) {
        return requests.stream()
                .allMatch(it -> approves(it.command()) || (is(it.officer()) && caller.covers(COMMAND, it.command())));
    }

    /** Needs nobody's approval for officers of this command. */
    boolean approves(String command) {
        return caller.is(COORDINATOR) || (caller.is(COMMANDER) && caller.covers(COMMAND, command));
    }

    /** Officers their own also when they serve in another command by now. */
    public boolean sees(Enrollment enrollment) {
        return approves(enrollment.command()) || is(enrollment.officer());
    }

    /** A training that has not been opened is there for coordinators only. */
    public boolean sees(Training training) {
        return caller.is(COORDINATOR) || training.state() != TrainingState.DRAFT;
    }

    /** Takes its attendance. */
    public boolean runs(Training training) {
        return caller.is(COORDINATOR)
                || (caller.is(TRAINER)
                        && sees(training)
                        && caller.uuid(TRAINER)
                                .filter(training.plan().trainers()::contains)
                                .isPresent());
    }

    public boolean is(UUID officer) {
        return officer().filter(officer::equals).isPresent();
    }

    /** The officer who asks for themselves. */
    Optional<UUID> officer() {
        return caller.is(OFFICER) ? caller.uuid(OFFICER) : Optional.empty();
    }
}
