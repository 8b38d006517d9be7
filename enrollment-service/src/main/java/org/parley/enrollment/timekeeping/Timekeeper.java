package org.parley.enrollment.timekeeping;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.starter.store.ClockCheck;
import org.parley.starter.work.RepeatedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks at what is due. Every copy of the service does, at all of it: what is done already is found done, so nobody has to
 * be chosen, and no copy's death leaves anything undone.
 */
@Component
class Timekeeper extends RepeatedWork {

    private static final Logger log = LoggerFactory.getLogger(Timekeeper.class);

    private final Wakeups wakeups;
    private final Days days;
    private final Map<String, DueWork> works;
    private final TimekeepingSettings settings;
    private final ClockCheck clockCheck;

    Timekeeper(Wakeups wakeups, Days days, List<DueWork> works, TimekeepingSettings settings, ClockCheck clockCheck) {
        super("timekeeper");
        this.wakeups = wakeups;
        this.days = days;
        this.works = works.stream().collect(Collectors.toMap(DueWork::word, Function.identity()));
        this.settings = settings;
        this.clockCheck = clockCheck;
    }

    /** One look at all that is due now. */
    @Override
    protected void round() {
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
    protected Duration pause() {
        return settings.poll();
    }
}
