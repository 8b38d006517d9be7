package org.parley.casework.desks;

import static org.parley.casework.calls.House.REFERRAL;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.casework.calls.Client;
import org.parley.connector.rows.Codes;

/**
 * A made-up fifth center, since the directory has four. It serves every fourth command of the file, whose borough has
 * another center, so that there is one to ask next; and it alone says that it works in English, so that it is always asked
 * first. It never sleeps: an offer's time is counted in opening hours.
 */
final class OwnCenter {

    static final String ID = "demo";
    private static final String PATH = "/v1/directory/centers";

    private final Client coordinator;
    private List<String> commands = List.of();

    OwnCenter(Client coordinator) {
        this.coordinator = coordinator;
    }

    /** Centers that take referrals and that nobody here plays. */
    List<String> strangers(Collection<String> played) {
        var strangers = new ArrayList<String>();
        for (var item :
                coordinator.get(REFERRAL, PATH).fine("the directory").body().path("items")) {
            var id = item.path("id").asString("");
            if (!played.contains(id) && item.path("center").path("accepting").asBoolean(true)) {
                strangers.add(id);
            }
        }
        return strangers;
    }

    void open(Collection<String> commandsOfTheFile) {
        var all = List.copyOf(new TreeSet<>(commandsOfTheFile));
        var served = new ArrayList<String>();
        for (var place = 0; place < all.size(); place += 4) {
            served.add(all.get(place));
        }
        commands = List.copyOf(served);
        put(true);
    }

    /** It stays in the directory and takes nothing any more. */
    void close() {
        if (!commands.isEmpty()) {
            put(false);
        }
    }

    private void put(boolean accepting) {
        var boroughs = Codes.of("commands", "borough");
        var entry = new HashMap<String, Object>(Map.of(
                "name",
                "A made-up center of the demonstration",
                "boroughs",
                commands.stream().map(boroughs::get).distinct().toList(),
                "commands",
                commands,
                "languages",
                List.of("en"),
                "zone",
                "America/New_York",
                "accepting",
                accepting));
        entry.put(
                "hours",
                Stream.of(DayOfWeek.values())
                        .map(day -> Map.of("day", day.name(), "opens", "00:00", "closes", "23:59"))
                        .toList());
        coordinator.put(REFERRAL, PATH + "/" + ID, entry).fine("entering a center");
    }
}
