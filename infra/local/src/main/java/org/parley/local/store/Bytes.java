package org.parley.local.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;

/** Documents in a page of the store's file, as BSON, which tells its own length. */
final class Bytes {

    private Bytes() {}

    static void write(WriteBuffer page, Map<String, ?> document) {
        var bytes = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, bytes);
        page.put(bytes.array(), bytes.arrayOffset(), bytes.readableBytes());
    }

    static Document read(ByteBuffer page) {
        var bytes = Unpooled.wrappedBuffer(page);
        var document = BsonDecoder.decodeBson(bytes);
        page.position(page.position() + bytes.readerIndex());
        return document;
    }

    /** About how much memory a value takes: by this the store divides its pages. */
    static int memory(Object value) {
        return switch (value) {
            case String text -> 40 + text.length();
            case BinData bytes -> 40 + bytes.getData().length;
            case Map<?, ?> map -> {
                var sum = 64;
                for (var entry : map.entrySet()) {
                    sum += 48 + memory(entry.getKey()) + (entry.getValue() == null ? 0 : memory(entry.getValue()));
                }
                yield sum;
            }
            case Collection<?> many -> {
                var sum = 40;
                for (var one : many) {
                    sum += 8 + (one == null ? 0 : memory(one));
                }
                yield sum;
            }
            default -> 24;
        };
    }
}
