package org.parley.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** A collection's documents. */
final class DocumentType extends BasicDataType<Document> {

    @Override
    public int getMemory(Document document) {
        return Bytes.memory(document);
    }

    @Override
    public void write(WriteBuffer page, Document document) {
        Bytes.write(page, document);
    }

    @Override
    public Document read(ByteBuffer page) {
        return Bytes.read(page);
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
