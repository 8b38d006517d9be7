package org.parley.enrollment.officers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.timekeeping.Days;
import org.parley.starter.codes.CodeList;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Outcome;
import org.parley.starter.web.Violation;
import org.springframework.stereotype.Component;

/** The officers of the rosters. Whoever asks for one has to be asked who they are before they are told. */
@Component
public class Officers {

    private static final CodeList COMMANDS = CodeList.of("commands");

    private final Documents<Officer> officers;
    private final CommandLists lists;
    private final Names names;
    private final Days days;

    Officers(Documents<Officer> officers, CommandLists lists, Names names, Days days) {
        this.officers = officers;
        this.lists = lists;
        this.names = names;
        this.days = days;
    }

    /** Where the rosters have these officers on that day; whom no roster knows, or didn't yet, is not in there. */
    public Map<UUID, String> commandsOn(Collection<UUID> some, LocalDate day) {
        var commands = new HashMap<UUID, String>();
        officers.findAll(some.stream().map(UUID::toString).collect(Collectors.toSet()))
                .forEach((id, held) ->
                        held.state().commandOn(day).ifPresent(it -> commands.put(UUID.fromString(id), it)));
        return commands;
    }

    /**
     * The names of those of these officers who serve in such a command now, for somebody who may know them; whom no roster
     * knows, or whose name was erased, is not in there.
     */
    public Map<UUID, String> namesOf(Collection<UUID> some, Predicate<String> command) {
        var found = new HashMap<UUID, String>();
        officers.findAll(some.stream().map(UUID::toString).collect(Collectors.toSet())).values().stream()
                .filter(held -> command.test(held.state().command()))
                .map(this::known)
                .forEach(known -> {
                    if (known.name() != null) {
                        found.put(known.id(), known.name());
                    }
                });
        return found;
    }

    public Optional<KnownOfficer> find(UUID id) {
        return officers.find(id.toString()).map(this::known);
    }

    /**
     * Those who serve in the command, in the order of their ids, which says nothing.
     *
     * @param after where the list goes on; null at its beginning
     */
    public OfficerPage page(String command, @Nullable UUID after, int limit) {
        var ids = lists.read(command).stream()
                .map(UUID::toString)
                .filter(id -> after == null || id.compareTo(after.toString()) > 0)
                .toList();
        var items = new ArrayList<KnownOfficer>();
        for (var from = 0; from < ids.size(); from += limit) {
            var some = ids.subList(from, Math.min(from + limit, ids.size()));
            var found = officers.findAll(some);
            for (var id : some) {
                var held = found.get(id);
                if (held != null && held.state().command().equals(command)) {
                    if (items.size() == limit) {
                        return new OfficerPage(items, items.getLast().id());
                    }
                    items.add(known(held));
                }
            }
        }
        return new OfficerPage(items, null);
    }

    /** @param from the officer's first day there; null for today */
    public Move move(UUID id, String command, @Nullable LocalDate from, LongConsumer guard) {
        var today = days.today();
        var day = from == null ? today : from;
        var violations = new ArrayList<Violation>();
        if (!COMMANDS.isValidOn(command, day)) {
            violations.add(new Violation("/command", "must be a command of that day"));
        }
        if (day.isAfter(today)) {
            violations.add(new Violation("/from", "must not be after today"));
        }
        if (!violations.isEmpty()) {
            return officers.find(id.toString()).isPresent() ? new Move.Invalid(violations) : new Move.Unknown();
        }
        return officers.find(id.toString()).isEmpty() ? new Move.Unknown() : moveOn(day, id, command, guard);
    }

    /** The name, on the officer's wish: the id stays, and no roster brings the name back. Twice is once. */
    public boolean erase(UUID id) {
        return officers.change(
                        id.toString(),
                        held -> held.state().name() == null
                                ? Decision.keep(true)
                                : Decision.write(true, held.state().nameless()))
                .isPresent();
    }

    private Move moveOn(LocalDate day, UUID id, String command, LongConsumer guard) {
        lists.add(command, List.of(id));
        return officers.change(id.toString(), held -> {
                    guard.accept(held.version());
                    var before = held.state();
                    if (!before.movesOn(day)) {
                        return Decision.<Officer, Optional<Violation>>keep(Optional.of(new Violation(
                                "/from",
                                "must not be before "
                                        + before.postings().getLast().from())));
                    }
                    var after = before.move(command, day);
                    return after.equals(before)
                            ? Decision.<Officer, Optional<Violation>>keep(Optional.empty())
                            : Decision.<Officer, Optional<Violation>>write(Optional.empty(), after);
                })
                .map(this::moved)
                .orElseGet(Move.Unknown::new);
    }

    private Move moved(Outcome<Officer, Optional<Violation>> outcome) {
        return outcome.answer()
                .<Move>map(violation -> new Move.Invalid(List.of(violation)))
                .orElseGet(() -> new Move.Made(known(outcome.held())));
    }

    private KnownOfficer known(Held<Officer> held) {
        var id = UUID.fromString(held.id());
        return new KnownOfficer(
                id, held.version(), held.state(), names.open(id, held.state().name()));
    }
}
