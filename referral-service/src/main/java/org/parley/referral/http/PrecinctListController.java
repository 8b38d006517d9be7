package org.parley.referral.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Referral;
import org.parley.referral.ReferralManagement;
import org.parley.referral.Urgency;
import org.parley.referral.audience.PrecinctView;
import org.parley.referral.codes.Listed;
import org.parley.referral.lists.PrecinctList;
import org.parley.referral.lists.Wanted;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A command's referrals, the newest first. Another command's are not there. */
@RestController
@PreAuthorize("hasRole('precinct-system')")
class PrecinctListController {

    private final PrecinctList list;
    private final ReferralManagement management;

    PrecinctListController(PrecinctList list, ReferralManagement management) {
        this.list = list;
        this.management = management;
    }

    /** @param next the cursor with which the list goes on, also after a page of few or none; null at its end */
    record PrecinctPage(List<PrecinctView> items, @Nullable String next) {}

    /**
     * @param reference the one that this client posted under its reference, whatever else is asked for
     * @param command needed of a client that speaks for several
     * @param from the first day of submission
     * @param to the last day of submission, included
     */
    @GetMapping("/v1/referrals")
    PrecinctPage referralsOfCommand(
            Caller caller,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Listed("commands") @Nullable String command,
            @RequestParam(required = false) @Nullable Set<Referral.@NotNull State> state,
            @RequestParam(required = false) @Listed("dispute-types") @Nullable String type,
            @RequestParam(required = false) @Nullable Urgency urgency,
            @RequestParam(required = false) @Nullable UUID officer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "-submitted") @Pattern(regexp = "-submitted", message = "must be -submitted")
                    String sort,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (reference != null) {
            return new PrecinctPage(posted(caller, reference), null);
        }
        var wanted = new Wanted(state == null ? Set.of() : state, type, urgency, officer, from, to);
        var page = list.page(command(caller, command), wanted, limit, cursor);
        return new PrecinctPage(page.items().stream().map(PrecinctView::from).toList(), page.next());
    }

    private List<PrecinctView> posted(Caller caller, String reference) {
        return management.findByReference(caller.id(), reference).stream()
                .filter(current ->
                        caller.covers("command", current.referral().dispute().command()))
                .map(PrecinctView::from)
                .toList();
    }

    private static String command(Caller caller, @Nullable String asked) {
        var command = asked != null
                ? asked
                : caller.claim("command")
                        .filter(only -> !only.equals(Caller.ANY))
                        .orElseThrow(() -> ProblemException.invalid(
                                "?command", "must be given by a client that speaks for several"));
        if (!caller.covers("command", command)) {
            throw ProblemException.notFound();
        }
        return command;
    }
}
