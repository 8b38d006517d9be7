package org.parley.casework.desks;

import java.time.Duration;
import org.parley.casework.calls.Unexpected;
import org.parley.casework.calls.Waiting;

/** Asks again and again, and says what it has. */
final class Polling implements Way {

    static final String NAME = "polling";
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Desk desk;
    private final Inbox inbox;
    private volatile boolean open;
    private Thread thread = Thread.currentThread();

    Polling(Desk desk, Inbox inbox) {
        this.desk = desk;
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void open() {
        open = true;
        thread = Thread.ofVirtual().name("polling-" + inbox.center()).start(this::poll);
    }

    private void poll() {
        while (open) {
            try {
                var entries = inbox.read(null);
                entries.forEach(entry -> desk.receive(entry, NAME));
                if (entries.isEmpty()) {
                    Waiting.pause(PAUSE);
                } else {
                    inbox.acknowledge(desk.mail().upTo());
                }
            } catch (Unexpected e) {
                // What is missing in the end will be missed by the audit; until then it may still come.
                Waiting.pause(PAUSE);
            }
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
