package org.parley.enrollment.officers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.starter.codes.CodeList;
import org.parley.starter.web.Violation;

/**
 * A line of a roster: either a row or what is wrong with it.
 *
 * @param number in the file, from 1, at which it starts
 */
record RosterLine(long number, @Nullable RosterRow row, List<Violation> violations) {

    static final String TAX_NUMBER = "tax_number";
    private static final String NAME = "name";
    private static final String RANK = "rank";
    private static final String COMMAND = "command";
    private static final String NCO = "nco";
    static final Set<String> COLUMNS = Set.of(TAX_NUMBER, NAME, RANK, COMMAND, NCO);

    private static final CodeList COMMANDS = CodeList.of("commands");

    /** Six digits; a seventh for when they run out. */
    private static final Pattern TAX_NUMBER_FORM = Pattern.compile("[0-9]{6,7}");

    private static final Pattern NAME_FORM = Pattern.compile("\\P{Cntrl}{1,100}");

    RosterLine {
        violations = List.copyOf(violations);
    }

    /** @param fields by column */
    static RosterLine of(long number, Map<String, String> fields, LocalDate today) {
        var taxNumber = fields.getOrDefault(TAX_NUMBER, "");
        var name = fields.getOrDefault(NAME, "");
        var command = fields.getOrDefault(COMMAND, "");
        var nco = fields.getOrDefault(NCO, "");
        var rank = rank(fields.getOrDefault(RANK, ""));
        var violations = new ArrayList<Violation>();
        unless(violations, TAX_NUMBER_FORM.matcher(taxNumber).matches(), TAX_NUMBER, "must be six or seven digits");
        unless(violations, NAME_FORM.matcher(name).matches(), NAME, "must have 1 to 100 characters, none of control");
        unless(violations, rank.isPresent(), RANK, "must be one of " + List.of(Rank.values()));
        unless(violations, COMMANDS.isValidOn(command, today), COMMAND, "must be a command of today");
        unless(violations, nco.equals("true") || nco.equals("false"), NCO, "must be true or false");
        return violations.isEmpty()
                ? new RosterLine(
                        number,
                        new RosterRow(taxNumber, name, rank.orElseThrow(), command, nco.equals("true")),
                        List.of())
                : new RosterLine(number, null, violations);
    }

    RosterLine refused(String field, String rule) {
        return new RosterLine(number, null, List.of(new Violation(field, rule)));
    }

    private static Optional<Rank> rank(String text) {
        return Arrays.stream(Rank.values())
                .filter(rank -> rank.name().equals(text))
                .findFirst();
    }

    private static void unless(List<Violation> violations, boolean kept, String field, String rule) {
        if (!kept) {
            violations.add(new Violation(field, rule));
        }
    }
}
