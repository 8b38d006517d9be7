package org.parley.referral.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.Attempt;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.DeliveryLog.Place;
import org.parley.starter.web.Cursor;

/** What came of a subscriber's webhook, the newest first, page by page. */
public final class AttemptList {

    private AttemptList() {}

    /** @param next the cursor with which the list goes on; null at its end */
    public record Log(List<Attempt> items, @Nullable String next) {

        public Log {
            items = List.copyOf(items);
        }
    }

    public static Log read(DeliveryLog log, String subscriber, int limit, @Nullable String cursor) {
        var list = "deliveries/" + subscriber;
        var some = log.read(subscriber, place(Cursor.parse(cursor, list, 2)), limit);
        var rest = some.rest();
        return new Log(
                some.attempts(),
                rest == null
                        ? null
                        : Cursor.of(list, rest.bucket(), rest.count()).text());
    }

    private static @Nullable Place place(@Nullable Cursor cursor) {
        return cursor == null ? null : new Place(cursor.number(0), Math.clamp(cursor.number(1), 0, Integer.MAX_VALUE));
    }
}
