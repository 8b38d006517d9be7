package org.parley.enrollment.timekeeping;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.starter.store.ClockCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks at what is due. Every copy of the service does, at all of it: what is done already is found done, so nobody has to
 * be chosen, and no copy's death leaves anything undone.
 */
@Component
class Timekeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Timekeeper.class);

    private final Wakeups wakeups;
    private final Days days;
    private final Map<String, DueWork> works;
    private final TimekeepingSettings settings;
    private final ClockCheck clockCheck;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    Timekeeper(Wakeups wakeups, Days days, List<DueWork> works, TimekeepingSettings settings, ClockCheck clockCheck) {
        this.wakeups = wakeups;
        this.days = days;
        this.works = works.stream().collect(Collectors.toMap(DueWork::word, Function.identity()));
        this.settings = settings;
        this.clockCheck = clockCheck;
    }

    private void keep() {
        while (running) {
            try {
                look();
            } catch (RuntimeException e) {
                log.warn("What is due waits: {}", e.toString());
            }
            LockSupport.parkNanos(settings.poll().toNanos());
        }
    }

    /** One look at all that is due now. */
    void look() {
        if (clockCheck.isWrong(days.now())) {
            return;
        }
        var today = days.today();
        var undone = new ArrayList<Wakeup>();
        for (var wakeup : wakeups.due(today)) {
            if (isDone(wakeup, today)) {
                wakeups.done(wakeup);
            } else {
                undone.add(wakeup);
            }
        }
        wakeups.leaveBehind(undone, today);
    }

    /** One that fails holds up none of the others, and is tried again. When it is the store that is away, all wait. */
    private boolean isDone(Wakeup wakeup, LocalDate today) {
        var work = works.get(wakeup.word());
        if (work == null) {
            log.error("Nobody here knows what to do about {} {}", wakeup.word(), wakeup.id());
            return false;
        }
        try {
            work.lookAt(wakeup.id(), today);
            return true;
        } catch (MongoException | DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("{} {} is due and fails; it is tried again", wakeup.word(), wakeup.id(), e);
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("timekeeper").start(this::keep);
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
