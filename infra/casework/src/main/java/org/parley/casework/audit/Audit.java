package org.parley.casework.audit;

import static org.parley.casework.calls.House.REFERRAL;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.parley.casework.books.Books;
import org.parley.casework.books.Entry;
import org.parley.casework.books.Mail;
import org.parley.casework.books.Repeat;
import org.parley.casework.calls.Doors;
import org.parley.casework.calls.Unexpected;
import org.parley.casework.calls.Waiting;
import org.parley.casework.desks.Inbox;

/** The whole comparison. What follows by events is given time to catch up before a difference counts. */
public final class Audit {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int AT_ONCE = 10;
    private static final Set<String> ENDS = Set.of("CLOSED", "WITHDRAWN", "ENTERED_IN_ERROR", "SCREENED_OUT");

    private final Books books;
    private final Doors doors;
    private final Duration patience;

    public Audit(Books books, Doors doors, Duration patience) {
        this.books = books;
        this.doors = doors;
        this.patience = patience;
    }

    /** The figures once they stand still. */
    public Figures settled() {
        var analyst = doors.as("analyst");
        var limit = Instant.now().plus(patience);
        var figures = Figures.now(analyst);
        while (true) {
            Waiting.pause(Duration.ofSeconds(1));
            var later = Figures.now(analyst);
            if (later.equals(figures)) {
                return figures;
            }
            if (Instant.now().isAfter(limit)) {
                throw new Unexpected("The figures don't stand still: somebody else writes to this platform");
            }
            figures = later;
        }
    }

    public List<Difference> rows() {
        return repeated(books.accounts(), account -> RowAudit.differences(account, Seen.of(account, doors)));
    }

    /** Those that were there before: they have ended, and nobody has touched them. */
    public List<Difference> repeats() {
        return repeated(books.repeats(), this::repeat);
    }

    /** @param inbox of a center */
    public List<Difference> inboxes(Function<String, Inbox> inbox) {
        return caughtUp(() -> books.mail().stream()
                .flatMap(mail ->
                        InboxAudit.differences(
                                mail,
                                all(inbox.apply(mail.center()), mail),
                                id -> books.find(id).isPresent())
                                .stream())
                .toList());
    }

    public List<Difference> figures(Figures before) {
        var expected = before.plus(Figures.of(books.accounts()));
        return caughtUp(() -> expected.differences(Figures.now(doors.as("analyst"))));
    }

    private List<Difference> repeat(Repeat repeat) {
        var view = doors.as("connector")
                .get(REFERRAL, "/v1/referrals/" + repeat.id())
                .body();
        var books = new Sheet().with("state", repeat.state()).with("version", repeat.version());
        var found = new ArrayList<>(books.differences(
                repeat.reference(), "the precinct's view", new Sheet().with(view, "state", "version")));
        if (!ENDS.contains(repeat.state())) {
            found.add(new Difference(
                    repeat.reference(), "an earlier run", "end", "an end state", repeat.state() + ", and is left so"));
        }
        return found;
    }

    private static List<Entry> all(Inbox inbox, Mail mail) {
        var all = new ArrayList<Entry>();
        var after = mail.begin();
        for (var page = inbox.read(after); !page.isEmpty(); page = inbox.read(after)) {
            all.addAll(page);
            after = page.getLast().n();
        }
        return all;
    }

    /** Those that differ are looked at again. */
    private <T> List<Difference> repeated(Collection<T> all, Function<T, List<Difference>> look) {
        var differences = new ConcurrentHashMap<T, List<Difference>>();
        each(all, one -> differences.put(one, look.apply(one)));
        return caughtUp(() -> {
            var differing = differences.entrySet().stream()
                    .filter(one -> !one.getValue().isEmpty())
                    .toList();
            each(differing, one -> differences.put(one.getKey(), look.apply(one.getKey())));
            return differences.values().stream().flatMap(List::stream).toList();
        });
    }

    private List<Difference> caughtUp(Supplier<List<Difference>> look) {
        var limit = Instant.now().plus(patience);
        while (true) {
            var differences = look.get();
            if (differences.isEmpty() || Instant.now().isAfter(limit)) {
                return differences.stream().sorted().collect(Collectors.toList());
            }
            Waiting.pause(PAUSE);
        }
    }

    private interface Look<T> {
        void at(T one);
    }

    private static <T> void each(Collection<T> all, Look<T> look) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var looks = new ArrayList<Future<?>>();
            all.forEach(one -> looks.add(threads.submit(() -> look.at(one))));
            for (var one : looks) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }
}
