package org.parley.faults.platform;

import java.time.Duration;
import org.parley.processes.Child;

/** A process of the platform that is started again when it dies, unless it is held down on purpose. */
public final class Part {

    private final Child child;
    private volatile boolean held = true;
    private volatile boolean frozen;
    private int deaths;

    Part(Child child) {
        this.child = child;
    }

    public String name() {
        return child.name();
    }

    Child child() {
        return child;
    }

    /** As {@code kill -9} does; stays down until {@link #release}. */
    public synchronized void holdDown() {
        held = true;
        frozen = false;
        child.kill();
    }

    /** Starts, and is started again whenever it dies. */
    public synchronized void release() {
        held = false;
        if (!child.isAlive()) {
            child.begin();
        }
    }

    /** @return false when there was nothing to freeze */
    public synchronized boolean freeze() {
        if (held || !child.isAlive()) {
            return false;
        }
        child.freeze();
        frozen = true;
        return true;
    }

    /** Harmless where nothing is frozen. */
    public synchronized void thaw() {
        if (child.isAlive()) {
            child.thaw();
        }
        frozen = false;
    }

    /** @return whether it had died by itself and was started again */
    synchronized boolean reviveIfDead() {
        if (held || child.isAlive()) {
            return false;
        }
        deaths++;
        frozen = false;
        child.begin();
        return true;
    }

    public synchronized boolean isUp() {
        return !held && !frozen && child.isAlive();
    }

    /** Its clock is wrong by so much from the next start on. */
    public void shiftClock(Duration shift) {
        child.set("PARLEY_CLOCK_SHIFT", shift.toSeconds() + "s");
    }

    /** No file of it may become larger than this from now on, until it is started again. */
    public synchronized boolean limitFiles(long bytes) {
        if (held || !child.isAlive()) {
            return false;
        }
        child.limitFiles(bytes);
        return true;
    }

    /** How often it died by itself. */
    public synchronized int deaths() {
        return deaths;
    }
}
