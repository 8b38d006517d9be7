package org.parley.casework;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.casework.books.Account.Decided;
import org.parley.casework.books.Books;
import org.parley.casework.books.End;
import org.parley.casework.books.Held;
import org.parley.casework.books.Mail;
import org.parley.casework.desks.Activity;

/** What a run did, as tables. */
record Summary(Books books, Activity activity, Map<String, String> ways, PrintStream out) {

    void print(Rows rows, Duration worked) {
        rows(rows);
        ends();
        centers();
        offers();
        out.printf("%nWorked off in %d s%n", worked.toSeconds());
    }

    private void rows(Rows rows) {
        out.println();
        line("Rows of the file", rows.read());
        rows.leftOut().forEach((reason, count) -> line("  left out, " + reason, count));
        line("  refused by the platform", books.refused().size());
        line("  screened out", books.screenedOuts());
        line("  there before, left as they are", books.repeats().size());
        line("  worked on", books.accounts().size());
    }

    private void ends() {
        var ends = new TreeMap<String, Long>();
        books.accounts().forEach(account -> ends.merge(account.state(), 1L, Long::sum));
        out.println();
        line("Ends", books.accounts().size());
        ends.forEach((state, count) -> {
            line("  " + state, count);
            var reasons = books.accounts().stream()
                    .flatMap(account -> account.end().stream())
                    .filter(end -> end.state().name().equals(state))
                    .collect(Collectors.groupingBy(End::reason, TreeMap::new, Collectors.counting()));
            reasons.forEach((reason, number) -> line("    " + reason, number));
        });
        var sessions = books.accounts().stream()
                .flatMap(account -> account.sessions().stream())
                .collect(Collectors.groupingBy(Held::outcome, TreeMap::new, Collectors.counting()));
        out.println();
        line("Sessions", sessions.values().stream().mapToLong(Long::longValue).sum());
        sessions.forEach((outcome, count) -> line("  " + outcome, count));
    }

    private void centers() {
        var decisions = books.decisions();
        out.printf(
                "%n%-8s %-34s %7s %9s %9s %8s %10s %8s%n",
                "Center", "receives by", "offers", "accepted", "declined", "expired", "withdrawn", "repeated");
        ways.forEach((center, way) -> {
            var mine = decisions.stream()
                    .filter(decided -> decided.center().equals(center))
                    .collect(Collectors.groupingBy(Decided::state, Collectors.counting()));
            var mail = books.mailOf(center);
            out.printf(
                    "%-8s %-34s %,7d %,9d %,9d %,8d %,10d %,8d%n",
                    center,
                    received(way, mail),
                    mine.values().stream().mapToLong(Long::longValue).sum(),
                    mine.getOrDefault("ACCEPTED", 0L),
                    mine.getOrDefault("DECLINED", 0L),
                    mine.getOrDefault("EXPIRED", 0L),
                    mine.getOrDefault("WITHDRAWN", 0L),
                    mail.again());
        });
    }

    /** {@code switching: SSE 120, polling 30, webhook 41} */
    private static String received(String way, Mail mail) {
        var byWay = mail.byWay();
        return byWay.size() < 2
                ? way
                : byWay.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "));
    }

    private void offers() {
        var decisions = books.decisions();
        out.println();
        line("Offers", decisions.size());
        line("  by a coordinator", decisions.stream().filter(Decided::byHand).count());
        line(
                "  expired",
                decisions.stream()
                        .filter(decided -> decided.state().equals("EXPIRED"))
                        .count());
        line("    though their center was answering", activity.answersTooLate());
        line("  declined instead of left to expire", activity.offersTooLongToWaitFor());
        if (activity.offersTooLongToWaitFor() > 0) {
            out.println("    An offer's time is too long here to wait for its end; a platform started by"
                    + " PARLEY_REFERRAL_DEADLINES_OFFER=30s infra/up lets one see it.");
        }
    }

    private void line(String what, long count) {
        out.printf("%-36s %,9d%n", what, count);
    }
}
