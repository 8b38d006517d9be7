package org.parley.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/**
 * Answers nothing that a kill could take back: every command, reads included, is answered after a commit that
 * carries all it may have seen.
 *
 * <p>The library changes its documents in place, over several maps, without a lock that a commit or the writing of
 * an answer would respect. So a command that may write runs alone, a commit runs alone (it never sees a document
 * without its index entry), and an answer is copied before the next write may begin. The file's housekeeping runs alone
 * as well: it drops pages that a reader may still be on its way to.
 */
final class CommittingBackend extends H2Backend {

    /** All other commands run alone; these run beside each other. */
    private static final Set<String> READS =
            Set.of("find", "getMore", "count", "distinct", "ping", "isMaster", "ismaster", "buildInfo");

    /** MongoDB's first. Unless told, the library would send all there is, and a driver takes no more than 48 MB. */
    private static final int BATCH = 101;

    private static final long HOUSEKEEPING_NANOS = 300_000_000;
    private static final int FILLED_PERCENT = 60;
    private static final int REWRITTEN_BYTES = 2 << 20;

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final AtomicLong finished = new AtomicLong();
    private final Runnable broken;
    private long settled;
    private long housekept = System.nanoTime();

    /** @param broken called when something could not be written: from then on nothing can be, and nothing is answered */
    CommittingBackend(MVStore store, Runnable broken) {
        super(store);
        this.broken = broken;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new BsonDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument().keySet().iterator().next();
        if (command.equals("find") || command.equals("getMore")) {
            message.getDocument().putIfAbsent("batchSize", BATCH);
        }
        var access = READS.contains(command) ? lock.readLock() : lock.writeLock();
        var ticket = 0L;
        access.lock();
        try {
            return super.handleMessage(message).cloneDeeply();
        } finally {
            // also after a failure: a bulk may have done half of its work
            ticket = finished.incrementAndGet();
            access.unlock();
            settle(ticket);
        }
    }

    /** One commit serves everybody who has finished before it. */
    private void settle(long ticket) {
        lock.writeLock().lock();
        try {
            if (settled < ticket) {
                settled = finished.get();
                commit();
                keepHouse();
            }
        } catch (MVStoreException e) {
            broken.run();
            throw e;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Moves what is left of pages that are mostly dead, a little at a time, or the file would only grow. */
    private void keepHouse() {
        if (System.nanoTime() - housekept > HOUSEKEEPING_NANOS) {
            getMvStore().compact(FILLED_PERCENT, REWRITTEN_BYTES);
            housekept = System.nanoTime();
        }
    }

    /** What was deleted stands in dead pages until their space is used again; the file that is left has none of it. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            var file = getMvStore().getFileStore() == null
                    ? null
                    : getMvStore().getFileStore().getFileName();
            getMvStore().close();
            super.close();
            if (file != null) {
                MVStoreTool.compact(file, false);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
