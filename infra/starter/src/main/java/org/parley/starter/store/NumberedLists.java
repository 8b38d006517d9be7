package org.parley.starter.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * Lists of documents in one collection, each with the id {@code <list>/<n>}, n from 1 without gaps: so they are read by
 * ids that can be computed, on any store. Whoever adds one inserts it after the last and goes on to the next number when
 * that is taken.
 */
public final class NumberedLists {

    /** 2^0 to 2^24 documents ahead are looked at in one round trip. */
    private static final int STRIDES = 25;

    private final MongoCollection<Document> collection;

    public NumberedLists(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    public static String id(String list, long n) {
        return list + "/" + n;
    }

    public static long number(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
    }

    /**
     * The last number taken. Since there are no gaps, ever longer strides find it in a few round trips.
     *
     * @param known a number that is taken, or 0
     */
    public long end(String list, long known) {
        var last = known;
        while (true) {
            var from = last;
            var ids = LongStream.range(0, STRIDES)
                    .mapToObj(power -> id(list, from + (1L << power)))
                    .toList();
            var furthest = 0L;
            for (var found : collection
                    .find(new Document("_id", new Document("$in", ids)))
                    .projection(Projections.include("_id"))) {
                furthest = Math.max(furthest, number(found.getString("_id")));
            }
            if (furthest == 0) {
                return last;
            }
            last = furthest;
        }
    }
}
