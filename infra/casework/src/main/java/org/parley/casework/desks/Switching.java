package org.parley.casework.desks;

import java.time.Duration;
import java.util.List;
import org.parley.casework.calls.Waiting;

/** Changes from one way to the next: after five entries, after ten more, after twenty more, and so on. */
final class Switching implements Way {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int FIRST = 5;

    private final Desk desk;
    private final List<Way> ways;
    private volatile boolean open;
    private Thread thread = Thread.currentThread();

    Switching(Desk desk, List<Way> ways) {
        this.desk = desk;
        this.ways = List.copyOf(ways);
    }

    @Override
    public String name() {
        return "switching";
    }

    @Override
    public void open() {
        open = true;
        ways.getFirst().open();
        thread = Thread.ofVirtual().name("switching").start(this::change);
    }

    private void change() {
        var current = 0;
        var step = FIRST;
        var until = desk.mail().size() + step;
        while (open) {
            if (desk.mail().size() < until) {
                Waiting.pause(PAUSE);
                continue;
            }
            ways.get(current).close();
            current = (current + 1) % ways.size();
            ways.get(current).open();
            step *= 2;
            until = desk.mail().size() + step;
        }
        ways.get(current).close();
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
