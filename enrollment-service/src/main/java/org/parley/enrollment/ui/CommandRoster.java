package org.parley.enrollment.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.officers.KnownOfficer;
import org.parley.enrollment.officers.Officers;

/**
 * The officers who serve in a command now, for its commander.
 *
 * @param byId in the order of their names
 */
record CommandRoster(String command, Map<UUID, KnownOfficer> byId) {

    private static final int PAGE = 25;
    private static final int AT_ONCE = 200;

    static CommandRoster of(Officers officers, String command) {
        var all = new ArrayList<KnownOfficer>();
        var page = officers.page(command, null, AT_ONCE);
        all.addAll(page.items());
        while (page.next() != null) {
            page = officers.page(command, page.next(), AT_ONCE);
            all.addAll(page.items());
        }
        var byId = new LinkedHashMap<UUID, KnownOfficer>();
        all.stream()
                .sorted(Comparator.comparing(CommandRoster::called, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(KnownOfficer::id))
                .forEach(it -> byId.put(it.id(), it));
        return new CommandRoster(command, byId);
    }

    /** What the officer is called here; empty for whom this roster doesn't have, whatever another one knows. */
    Optional<String> label(UUID officer) {
        return Optional.ofNullable(byId.get(officer)).map(CommandRoster::called);
    }

    boolean isNco(UUID officer) {
        return Optional.ofNullable(byId.get(officer))
                .filter(it -> it.officer().nco())
                .isPresent();
    }

    /** @param filter words, each of which has to be part of the name, the rank or the id */
    Choices choices(String filter, int asked, Set<UUID> chosen, List<Cohort> cohorts) {
        var words = Arrays.asList(filter.toLowerCase(Locale.ROOT).split("\\s+"));
        var found = byId.values().stream()
                .filter(it -> words.stream().allMatch(text(it).toLowerCase(Locale.ROOT)::contains))
                .toList();
        var pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        var page = Math.clamp(asked, 1, pages);
        var shown = found.subList((page - 1) * PAGE, Math.min(page * PAGE, found.size()));
        var others = chosen.stream()
                .filter(it -> shown.stream().noneMatch(one -> one.id().equals(it)))
                .toList();
        return new Choices(
                choices(shown.stream().map(KnownOfficer::id).toList(), chosen, cohorts),
                choices(others, chosen, cohorts),
                byId.size(),
                found.size(),
                page,
                pages);
    }

    private List<Choice> choices(Collection<UUID> some, Set<UUID> chosen, List<Cohort> cohorts) {
        return some.stream()
                .map(id -> new Choice(
                        id,
                        label(id).orElse(id.toString()),
                        chosen.contains(id),
                        Optional.ofNullable(byId.get(id))
                                .map(it -> standing(it, cohorts))
                                .orElse(List.of())))
                .toList();
    }

    private List<String> standing(KnownOfficer officer, List<Cohort> cohorts) {
        var standing = new ArrayList<String>();
        if (officer.officer().nco()) {
            standing.add("NCO");
        }
        cohorts.stream()
                .filter(Cohort::isLive)
                .flatMap(cohort -> cohort.training().of(officer.id()).flatMap(it -> place(it, cohort)).stream())
                .forEach(standing::add);
        return standing;
    }

    /** What another command asked for is that one's; that there is a seat stands against another one. */
    private Optional<String> place(Enrollment enrollment, Cohort cohort) {
        var own = enrollment.command().equals(command);
        if (enrollment.state() == EnrollmentState.ENROLLED) {
            return Optional.of(own ? "Has a seat in " + cohort.training().plan().cohort() : "Has a seat");
        }
        return own && cohort.canWithdraw(enrollment)
                ? Optional.of(Standing.of(cohort.training().waiting(), enrollment)
                                .state() + ", " + cohort.training().plan().cohort())
                : Optional.empty();
    }

    private static String called(KnownOfficer officer) {
        var name = officer.name();
        return name == null
                ? officer.id().toString()
                : Labels.of(officer.id(), name) + ", " + officer.officer().rank();
    }

    private static String text(KnownOfficer officer) {
        return called(officer) + " " + officer.id();
    }
}
