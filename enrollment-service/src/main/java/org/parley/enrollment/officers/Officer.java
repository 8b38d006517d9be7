package org.parley.enrollment.officers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * An officer as the rosters know them.
 *
 * @param name encrypted; null once it was erased, after which no roster brings it back
 * @param postings without gaps, the present one last
 */
public record Officer(Rank rank, boolean nco, @Nullable Binary name, List<Posting> postings) {

    public Officer {
        postings = List.copyOf(postings);
    }

    static Officer posted(String command, LocalDate from, Rank rank, boolean nco, Binary name) {
        return new Officer(rank, nco, name, List.of(new Posting(command, from, null)));
    }

    public String command() {
        return postings.getLast().command();
    }

    /** Empty for a day before any roster that is known here. */
    Optional<String> commandOn(LocalDate day) {
        return postings.stream()
                .filter(posting -> posting.includes(day))
                .map(Posting::command)
                .findFirst();
    }

    /** Whether a move on that day leaves the days before it as they are: on the day of the last one it corrects that. */
    boolean movesOn(LocalDate day) {
        return !day.isBefore(postings.getLast().from());
    }

    /** @param from a day that {@link #movesOn} */
    Officer move(String command, LocalDate from) {
        if (command.equals(command())) {
            return this;
        }
        var present = postings.getLast();
        var next = new ArrayList<>(postings.subList(0, postings.size() - 1));
        if (present.from().isBefore(from)) {
            next.add(present.until(from));
        }
        if (!next.isEmpty() && next.getLast().command().equals(command)) {
            next.add(new Posting(command, next.removeLast().from(), null));
        } else {
            next.add(new Posting(command, from, null));
        }
        return new Officer(rank, nco, name, next);
    }

    Officer with(Rank nextRank, boolean nextNco) {
        return new Officer(nextRank, nextNco, name, postings);
    }

    Officer named(Binary next) {
        return new Officer(rank, nco, next, postings);
    }

    Officer nameless() {
        return new Officer(rank, nco, null, postings);
    }

    /** Not even what is encrypted. */
    @Override
    public String toString() {
        return "Officer[" + command() + "]";
    }
}
