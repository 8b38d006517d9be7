package org.parley.casework.desks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.parley.casework.books.Account;
import org.parley.casework.books.Books;
import org.parley.casework.books.Entry;
import org.parley.casework.books.Mail;

/** A center's desk: takes what comes, whichever way, and works on a few at once. */
final class Desk implements AutoCloseable {

    private static final int AT_ONCE = 6;

    private final Books books;
    private final Mail mail;
    private final Caseworker worker;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);

    Desk(Books books, Mail mail, Caseworker worker) {
        this.books = books;
        this.mail = mail;
        this.worker = worker;
    }

    Mail mail() {
        return mail;
    }

    void receive(Entry entry, String way) {
        if (!mail.received(entry, way)) {
            return;
        }
        if (entry.kind().equals(Entry.OFFER)) {
            books.whenOpen(entry.referral(), account -> {
                if (account.offered(entry.offer(), mail.center())) {
                    threads.execute(() -> work(account, entry));
                }
            });
        } else if (entry.kind().equals(Entry.OFFER_WITHDRAWN)) {
            books.whenOpen(entry.referral(), account -> worker.lost(account, entry.offer()));
        }
    }

    private void work(Account account, Entry offer) {
        places.acquireUninterruptibly();
        try {
            worker.answer(account, offer);
        } catch (RuntimeException e) {
            account.surprised("defect of this run: " + e);
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
