package org.parley.enrollment.officers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.officers.RosterReport.Item;
import org.parley.enrollment.officers.RosterReport.Outcome;
import org.parley.enrollment.timekeeping.Days;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Insertion;
import org.parley.starter.outbox.New;
import org.springframework.stereotype.Component;

/**
 * Brings the officers up to a roster: who is new gets an id, who serves elsewhere is moved from today on, and whom it
 * doesn't name stays as is. Each line is a matter of its own, so an import that broke off is sent again.
 */
@Component
public class RosterImport {

    private final Documents<Officer> officers;
    private final Numbers numbers;
    private final Names names;
    private final CommandLists lists;
    private final Days days;

    RosterImport(Documents<Officer> officers, Numbers numbers, Names names, CommandLists lists, Days days) {
        this.officers = officers;
        this.numbers = numbers;
        this.names = names;
        this.lists = lists;
        this.days = days;
    }

    /** @throws org.parley.starter.web.ProblemException when it is no roster */
    public RosterReport run(byte[] file, boolean dryRun) {
        var today = days.today();
        var lines = RosterFile.read(file, today).lines();
        var taxNumbers = rows(lines).map(RosterRow::taxNumber).toList();
        var ids = dryRun ? numbers.find(taxNumbers) : numbers.give(taxNumbers);
        var known = officers.findAll(ids.values().stream().map(UUID::toString).toList());
        var items = lines.stream().map(line -> item(line, ids, known, today)).toList();
        if (!dryRun) {
            write(lines, items, known, today);
        }
        return RosterReport.of(dryRun, items);
    }

    private Item item(RosterLine line, Map<String, UUID> ids, Map<String, Held<Officer>> known, LocalDate today) {
        var row = line.row();
        if (row == null) {
            return new Item(line.number(), Outcome.REFUSED, null, line.violations());
        }
        var id = ids.get(row.taxNumber());
        var held = id == null ? null : known.get(id.toString());
        if (id == null || held == null) {
            return new Item(line.number(), Outcome.CREATED, id, List.of());
        }
        return new Item(line.number(), revision(id, held.state(), row, today).outcome(), id, List.of());
    }

    private void write(List<RosterLine> lines, List<Item> items, Map<String, Held<Officer>> known, LocalDate today) {
        var byCommand = new TreeMap<String, Collection<UUID>>();
        var created = new ArrayList<New<Officer>>();
        var revised = new TreeMap<UUID, RosterRow>();
        for (var place = 0; place < items.size(); place++) {
            var id = items.get(place).officer();
            var row = lines.get(place).row();
            var outcome = items.get(place).outcome();
            if (id == null || row == null || outcome == Outcome.UNCHANGED) {
                continue;
            }
            byCommand.computeIfAbsent(row.command(), _ -> new ArrayList<>()).add(id);
            revised.put(id, row);
            if (!known.containsKey(id.toString())) {
                created.add(new New<>(id.toString(), first(id, row, today), List.of()));
            }
        }
        byCommand.forEach(lists::add);
        // who was inserted by another import at the same time is revised by this one
        officers.insertAll(created).forEach((id, insertion) -> {
            if (insertion instanceof Insertion.Inserted<Officer>) {
                revised.remove(UUID.fromString(id));
            }
        });
        revised.forEach((id, row) -> revise(id, row, today));
    }

    private void revise(UUID id, RosterRow row, LocalDate today) {
        officers.change(id.toString(), held -> {
            var after = revision(id, held.state(), row, today).after();
            return after.equals(held.state()) ? Decision.keep(id) : Decision.write(id, after);
        });
    }

    private Officer first(UUID id, RosterRow row, LocalDate today) {
        return Officer.posted(row.command(), today, row.rank(), row.nco(), names.seal(id, row.name()));
    }

    private record Revision(Outcome outcome, Officer after) {}

    private Revision revision(UUID id, Officer before, RosterRow row, LocalDate today) {
        var named = renamed(id, before, row.name());
        var changed = named.with(row.rank(), row.nco());
        var after = changed.movesOn(today) ? changed.move(row.command(), today) : changed;
        var outcome = after.equals(before)
                ? Outcome.UNCHANGED
                : after.command().equals(before.command()) ? Outcome.CHANGED : Outcome.MOVED;
        return new Revision(outcome, after);
    }

    /** A name that was erased stays so. */
    private Officer renamed(UUID id, Officer officer, String name) {
        var present = names.open(id, officer.name());
        return isSame(present, name) ? officer : officer.named(names.seal(id, name));
    }

    private static boolean isSame(@Nullable String present, String name) {
        return present == null || present.equals(name);
    }

    private static Stream<RosterRow> rows(List<RosterLine> lines) {
        return lines.stream().flatMap(line -> Stream.ofNullable(line.row()));
    }
}
