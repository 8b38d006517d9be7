package org.parley.casework.desks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.casework.books.Books;
import org.parley.casework.calls.Doors;
import org.parley.casework.calls.Unexpected;
import org.parley.casework.plan.Plan;
import org.parley.casework.plan.Temperament;

/** All five centers and the coordinator, from when they open until they close. */
public final class Office implements AutoCloseable {

    public static final List<String> CENTERS = List.of("nypi", "imcr", "cms", "nycid", OwnCenter.ID);

    private final Doors doors;
    private final Books books;
    private final Hooks hooks;
    private final OwnCenter own;
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final List<Desk> desks = new ArrayList<>();
    private final List<Hooked> endpoints = new ArrayList<>();
    private final Coordination coordination;
    private final AtomicBoolean open = new AtomicBoolean();

    public Office(Doors doors, Books books, Plan plan, Activity activity, Hooks hooks) {
        this.doors = doors;
        this.books = books;
        this.hooks = hooks;
        this.own = new OwnCenter(doors.as(FrontDoor.COORDINATOR));
        for (var center : CENTERS) {
            var temperament = center.equals(OwnCenter.ID) ? Temperament.RELUCTANT : Temperament.WILLING;
            var worker = new Caseworker(center, temperament, plan, doors, activity);
            var desk = new Desk(books, books.mailOf(center), worker);
            desks.add(desk);
            ways.put(center, way(center, desk));
        }
        this.coordination = new Coordination(doors.as(FrontDoor.COORDINATOR), plan, books, CENTERS, activity);
    }

    /** How each receives. */
    public Map<String, String> ways() {
        var names = new LinkedHashMap<String, String>();
        ways.forEach((center, way) -> names.put(center, way.name()));
        return names;
    }

    /** @throws Unexpected when somebody else's work would be disturbed, or would disturb this one */
    public void open(Collection<String> commands) {
        var strangers = own.strangers(CENTERS);
        if (!strangers.isEmpty()) {
            throw new Unexpected("The directory has centers that nobody plays here: " + String.join(", ", strangers)
                    + ". Let them take no referrals meanwhile, or begin with infra/up --reset");
        }
        if (endpoints.stream().anyMatch(Hooked::isTaken)) {
            throw new Unexpected("A center that is played here has an endpoint of its own. Take it away first,"
                    + " or begin with infra/up --reset");
        }
        open.set(true);
        for (var center : CENTERS) {
            books.mailOf(center).beginAfter(inbox(center).acknowledged());
        }
        own.open(commands);
        ways.values().forEach(Way::open);
        coordination.open();
    }

    private Way way(String center, Desk desk) {
        return switch (center) {
            case "nypi" -> hooked(desk);
            case "cms" -> new Streaming(desk, inbox(center));
            case "nycid" ->
                new Switching(
                        desk,
                        List.of(hooked(desk), new Polling(desk, inbox(center)), new Streaming(desk, inbox(center))));
            default -> new Polling(desk, inbox(center));
        };
    }

    private Hooked hooked(Desk desk) {
        var hooked = new Hooked(desk, hooks, doors.as("center-" + desk.mail().center()));
        endpoints.add(hooked);
        return hooked;
    }

    public Inbox inbox(String center) {
        return new Inbox(center, doors.as("center-" + center));
    }

    /** Leaves neither an endpoint nor a center that would go on being asked. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            coordination.close();
            ways.values().forEach(Way::close);
            own.close();
            desks.forEach(Desk::close);
        }
    }
}
