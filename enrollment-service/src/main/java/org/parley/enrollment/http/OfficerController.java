package org.parley.enrollment.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.officers.KnownOfficer;
import org.parley.enrollment.officers.Move;
import org.parley.enrollment.officers.Officers;
import org.parley.enrollment.officers.Posting;
import org.parley.enrollment.officers.Rank;
import org.parley.enrollment.officers.RosterImport;
import org.parley.enrollment.officers.RosterReport;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.Cursor;
import org.parley.starter.web.ETags;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rosters. Names and ranks are for coordinators, and for the commander of the command an officer serves in; officers
 * learn of themselves what else is known; for everybody else nobody is there.
 */
@RestController
class OfficerController {

    private static final String COORDINATOR = "coordinator";
    private static final String COMMANDER = "commander";

    private final Officers officers;
    private final RosterImport rosters;

    OfficerController(Officers officers, RosterImport rosters) {
        this.officers = officers;
        this.rosters = rosters;
    }

    record MoveRequest(@NotNull String command, @Nullable LocalDate from) {}

    /** @param name left out for officers themselves, as the rank is, and once erased */
    record OfficerView(
            UUID id,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Rank rank,

            String command,
            boolean nco,
            List<Posting> postings,
            long version) {

        static OfficerView whole(KnownOfficer known) {
            return of(known, known.name(), known.officer().rank());
        }

        static OfficerView own(KnownOfficer known) {
            return of(known, null, null);
        }

        private static OfficerView of(KnownOfficer known, @Nullable String name, @Nullable Rank rank) {
            var officer = known.officer();
            return new OfficerView(
                    known.id(), name, rank, officer.command(), officer.nco(), officer.postings(), known.version());
        }
    }

    /** @param next the cursor with which the list goes on; null at its end */
    record Page(List<OfficerView> items, @Nullable String next) {}

    /** @param dryRun says what would become of each line, and writes nothing */
    @PostMapping(path = "/v1/officers:import", consumes = "text/csv")
    @PreAuthorize("hasRole('coordinator')")
    RosterReport importRoster(
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestParam(defaultValue = "true") boolean dryRun) {
        return rosters.run(file == null ? new byte[0] : file, dryRun);
    }

    @GetMapping("/v1/officers/{id}")
    ResponseEntity<OfficerView> read(@PathVariable UUID id, Caller caller) {
        var known = officers.find(id).orElseThrow(ProblemException::notFound);
        if (leads(caller, known.officer().command())) {
            return tagged(OfficerView.whole(known));
        }
        if (caller.is("officer")
                && caller.claim("officer").filter(id.toString()::equals).isPresent()) {
            return tagged(OfficerView.own(known));
        }
        throw ProblemException.notFound();
    }

    /** In no order that says anything. */
    @GetMapping("/v1/commands/{command}/officers")
    Page ofCommand(
            @PathVariable String command,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        if (!leads(caller, command)) {
            throw ProblemException.notFound();
        }
        var list = "officers/" + command;
        var from = Cursor.parse(cursor, list, 1);
        var page = officers.page(command, from == null ? null : from.uuid(0), limit);
        return new Page(
                page.items().stream().map(OfficerView::whole).toList(),
                page.next() == null ? null : Cursor.of(list, page.next()).text());
    }

    @PostMapping("/v1/officers/{id}/move")
    @PreAuthorize("hasRole('coordinator')")
    ResponseEntity<OfficerView> move(
            @PathVariable UUID id,
            @Valid @RequestBody MoveRequest request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return switch (officers.move(id, request.command(), request.from(), Answers.guard(ifMatch))) {
            case Move.Made(var officer) -> tagged(OfficerView.whole(officer));
            case Move.Invalid(var violations) -> throw ProblemException.invalid(violations);
            case Move.Unknown _ -> throw ProblemException.notFound();
        };
    }

    @DeleteMapping("/v1/officers/{id}/name")
    @PreAuthorize("hasRole('coordinator')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable UUID id) {
        if (!officers.erase(id)) {
            throw ProblemException.notFound();
        }
    }

    private static boolean leads(Caller caller, String command) {
        return caller.is(COORDINATOR) || (caller.is(COMMANDER) && caller.covers("command", command));
    }

    private static ResponseEntity<OfficerView> tagged(OfficerView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
