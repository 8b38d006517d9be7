package org.parley.referral.lists;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Current;
import org.parley.referral.Urgency;
import org.parley.starter.web.Cursor;

/** What comes first in a list of open referrals; at the same time the urgent before the others. */
public enum Order {
    /** What has been overdue most often, then what is due first. */
    DUE {
        @Override
        Instant time(Current current) {
            var due = current.referral().due();
            return due == null ? LAST : due.at();
        }

        @Override
        int rank(Current current) {
            var due = current.referral().due();
            return due == null ? 0 : -due.level();
        }
    },
    /** What was submitted first. */
    SUBMITTED {
        @Override
        Instant time(Current current) {
            return current.referral().dispute().submittedAt();
        }

        @Override
        int rank(Current current) {
            return 0;
        }
    };

    /** Where one that was stored before there were deadlines comes. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private record Place(long rank, long time, long urgency, UUID id) {

        static final Comparator<Place> FIRST_TO_LAST = Comparator.comparingLong(Place::rank)
                .thenComparingLong(Place::time)
                .thenComparingLong(Place::urgency)
                .thenComparing(Place::id);
    }

    abstract Instant time(Current current);

    /** Comes before the time. */
    abstract int rank(Current current);

    /** @param list names the list in its cursors */
    CasePage page(String list, List<Current> all, int limit, @Nullable String cursor) {
        var name = list + "/" + name();
        var after = after(Cursor.parse(cursor, name, 4));
        var rest = all.stream()
                .sorted(Comparator.comparing(this::place, Place.FIRST_TO_LAST))
                .filter(one -> after == null || Place.FIRST_TO_LAST.compare(place(one), after) > 0)
                .toList();
        if (rest.size() <= limit) {
            return new CasePage(rest, null);
        }
        var items = rest.subList(0, limit);
        var last = place(items.getLast());
        return new CasePage(
                items,
                Cursor.of(name, last.rank(), last.time(), last.urgency(), last.id())
                        .text());
    }

    private Place place(Current current) {
        var urgent = current.referral().dispute().urgency() == Urgency.URGENT;
        return new Place(rank(current), time(current).toEpochMilli(), urgent ? 0 : 1, current.id());
    }

    private static @Nullable Place after(@Nullable Cursor cursor) {
        return cursor == null ? null : new Place(cursor.number(0), cursor.number(1), cursor.number(2), cursor.uuid(3));
    }
}
