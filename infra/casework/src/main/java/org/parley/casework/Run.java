package org.parley.casework;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casework.audit.Audit;
import org.parley.casework.audit.Difference;
import org.parley.casework.audit.Figures;
import org.parley.casework.books.Account;
import org.parley.casework.books.Books;
import org.parley.casework.calls.Doors;
import org.parley.casework.calls.Waiting;
import org.parley.casework.desks.Activity;
import org.parley.casework.desks.FrontDoor;
import org.parley.casework.desks.Hooks;
import org.parley.casework.desks.Office;
import org.parley.casework.plan.Plan;

/** One run: posts, waits until all is worked off, compares, and says what happened. */
final class Run {

    private static final int BATCH = 50;

    /** Posted and not at an end: few enough for each offer to be answered while it is young. */
    private static final int UNDER_WAY = 200;

    /** When nothing has happened for so long, nothing will. */
    private static final Duration STANDSTILL = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration WORD = Duration.ofSeconds(5);

    private final Rows rows;
    private final Plan plan;
    private final Doors doors;
    private final PrintStream out;
    private final Books books = new Books(Office.CENTERS);
    private final Activity activity = new Activity();
    private final Audit audit;
    private final Instant begin = Instant.now();
    private Instant lastWord = begin;

    Run(Rows rows, Plan plan, Doors doors, Duration patience, PrintStream out) {
        this.rows = rows;
        this.plan = plan;
        this.doors = doors;
        this.out = out;
        this.audit = new Audit(books, doors, patience);
    }

    /** @return whether all came to its end and nothing differs */
    boolean play(boolean verify) throws IOException {
        out.printf(
                "%,d rows, of which %,d are referrals; seed %d%n",
                rows.read(), rows.referrals().size(), plan.seed());
        try (var hooks = new Hooks();
                var office = new Office(doors, books, plan, activity, hooks)) {
            Runtime.getRuntime().addShutdownHook(new Thread(office::close));
            var before = verify ? audit.settled() : null;
            office.open(rows.commands());
            out.println("Everybody is at work");
            post();
            await(0);
            say();
            var worked = Duration.between(begin, Instant.now());
            var found = before == null ? unfinished() : compare(office, hooks, before);
            new Summary(books, activity, office.ways(), out).print(rows, worked);
            return verdict(found, before);
        }
    }

    private void post() {
        var door = new FrontDoor(doors, books);
        for (var from = 0; from < rows.referrals().size(); from += BATCH) {
            await(UNDER_WAY - BATCH);
            door.post(rows.referrals()
                    .subList(from, Math.min(from + BATCH, rows.referrals().size())));
        }
    }

    /** Until no more than so many are under way, or nothing happens any more. */
    private void await(int most) {
        while (underWay() > most && !activity.isQuietFor(STANDSTILL)) {
            Waiting.pause(LOOK);
            if (Instant.now().isAfter(lastWord.plus(WORD))) {
                say();
            }
        }
    }

    private long underWay() {
        return books.accounts().stream().filter(account -> !account.isOver()).count();
    }

    private void say() {
        lastWord = Instant.now();
        var over = books.accounts().size() - underWay();
        out.printf(
                "  %3d s   posted %,6d   worked off %,6d   offers %,6d   sessions %,6d%n",
                Duration.between(begin, lastWord).toSeconds(),
                books.accounts().size() + books.repeats().size(),
                over,
                books.decisions().size(),
                activity.sessions());
    }

    private List<Difference> compare(Office office, Hooks hooks, Figures before) {
        out.println("Comparing the books with referral-service, session-service and reporting-service");
        var found = new ArrayList<Difference>();
        found.addAll(audit.rows());
        found.addAll(audit.repeats());
        found.addAll(audit.inboxes(office::inbox));
        found.addAll(audit.figures(before));
        if (hooks.unsigned() > 0) {
            found.add(new Difference("webhooks", "nypi or nycid", "unsigned", "0", String.valueOf(hooks.unsigned())));
        }
        return found;
    }

    private List<Difference> unfinished() {
        return books.accounts().stream()
                .filter(account ->
                        account.end().isEmpty() || !account.surprises().isEmpty())
                .map(Run::unfinished)
                .toList();
    }

    private static Difference unfinished(Account account) {
        return new Difference(
                account.row().reference(),
                "this run",
                "end",
                account.state(),
                account.surprises().isEmpty() ? "an end state was to come" : String.join("; ", account.surprises()));
    }

    private long ownEntries() {
        return books.mail().stream()
                .flatMap(mail -> mail.entries().values().stream())
                .filter(entry -> books.find(entry.referral()).isPresent())
                .count();
    }

    private boolean verdict(List<Difference> found, @Nullable Figures before) {
        books.refused().forEach(refused -> out.println("refused: " + refused));
        found.forEach(out::println);
        var fine = found.isEmpty() && books.refused().isEmpty();
        if (before != null) {
            out.printf(
                    "%nCompared %,d rows, %,d that were there before, %,d entries of inboxes, %,d figures: %s (%d s)%n",
                    books.accounts().size(),
                    books.repeats().size(),
                    ownEntries(),
                    Figures.of(books.accounts()).values().size(),
                    found.isEmpty() ? "no difference" : "%,d differences".formatted(found.size()),
                    Duration.between(begin, Instant.now()).toSeconds());
        }
        return fine;
    }
}
