package org.parley.local.store;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The keys of an index, in MongoDB's order of values. */
final class KeyType extends BasicDataType<KeyValue> {

    private static final ValueComparator ORDER = ValueComparator.ascWithoutListHandling();
    private static final String SIZE = "n";

    @Override
    public int compare(KeyValue one, KeyValue other) {
        var shared = Math.min(one.size(), other.size());
        for (var n = 0; n < shared; n++) {
            var order = order(one.get(n), other.get(n));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int order(Object one, Object other) {
        return one instanceof String text && other instanceof String otherText
                ? text.compareTo(otherText)
                : ORDER.compare(one, other);
    }

    @Override
    public int getMemory(KeyValue key) {
        return 40
                + key.stream()
                        .mapToInt(value -> value == null ? 8 : Bytes.memory(value))
                        .sum();
    }

    /** A field that is missing is left out, which tells it from null. */
    @Override
    public void write(WriteBuffer page, KeyValue key) {
        var document = new HashMap<String, Object>();
        document.put(SIZE, key.size());
        for (var n = 0; n < key.size(); n++) {
            if (!(key.get(n) instanceof Missing)) {
                document.put(Integer.toString(n), key.get(n));
            }
        }
        Bytes.write(page, document);
    }

    @Override
    public KeyValue read(ByteBuffer page) {
        var document = Bytes.read(page);
        int size = (Integer) requireNonNull(document.get(SIZE));
        var values = new ArrayList<Object>(size);
        for (var n = 0; n < size; n++) {
            var name = Integer.toString(n);
            values.add(document.containsKey(name) ? document.get(name) : Missing.getInstance());
        }
        return new KeyValue(values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
