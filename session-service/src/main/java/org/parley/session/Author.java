package org.parley.session;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.starter.identity.Caller;

/**
 * Who logs and who reads: officers what they took part in, centers what they led, coordinators everything. What an
 * author may not read does not exist for it.
 */
public record Author(Caller caller) {

    private static final String OFFICER = "officer";
    private static final String CENTER = "center";
    private static final String COMMAND = "command";
    private static final String COORDINATOR = "coordinator";

    /** The center the caller works for, if any. */
    public Optional<String> center() {
        // A token for all centers is of none.
        return centerRole().flatMap(role -> caller.claim(CENTER)).filter(center -> !center.equals(Caller.ANY));
    }

    /** As whom the caller may log this session, if at all. */
    Optional<Actor> logs(SessionReport report) {
        return coordinator()
                .or(() -> centerRole()
                        .filter(role -> report.kind() == SessionKind.CENTER_LED && isCenter(report.center()))
                        .map(role -> new Actor(role, caller.id())))
                .or(() -> officer()
                        .filter(officer -> report.kind() == SessionKind.OFFICER_LED
                                && report.officers().contains(officer)
                                && caller.covers(COMMAND, report.command()))
                        .map(Author::actor));
    }

    /** As whom the caller may log this micro-intervention, if at all. */
    Optional<Actor> logs(MicroInterventionReport report) {
        return coordinator()
                .or(() -> officer()
                        .filter(officer -> officer.equals(report.officer()) && caller.covers(COMMAND, report.command()))
                        .map(Author::actor));
    }

    boolean reads(SessionReport report) {
        return coordinator().isPresent()
                || isCenter(report.center())
                || officer().filter(report.officers()::contains).isPresent();
    }

    boolean reads(MicroInterventionReport report) {
        return coordinator().isPresent()
                || officer().filter(report.officer()::equals).isPresent();
    }

    /** Whether it is the officer itself, whatever else it is. */
    public boolean isOfficer(UUID officer) {
        return officer().filter(officer::equals).isPresent();
    }

    public boolean commands(String command) {
        return caller.is("commander") && caller.covers(COMMAND, command);
    }

    public boolean isCoordinator() {
        return caller.is(COORDINATOR);
    }

    boolean isCenter(@Nullable String center) {
        return center().filter(own -> own.equals(center)).isPresent();
    }

    private Optional<Actor> coordinator() {
        return isCoordinator() ? Optional.of(new Actor(COORDINATOR, caller.id())) : Optional.empty();
    }

    private Optional<String> centerRole() {
        return Optional.of("center-system")
                .filter(caller::is)
                .or(() -> Optional.of("center-staff").filter(caller::is));
    }

    private Optional<UUID> officer() {
        return caller.is(OFFICER) ? caller.uuid(OFFICER) : Optional.empty();
    }

    private static Actor actor(UUID officer) {
        return new Actor(OFFICER, officer.toString());
    }
}
