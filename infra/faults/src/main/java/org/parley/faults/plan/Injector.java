package org.parley.faults.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.parley.faults.plan.Fault.Backing;
import org.parley.faults.plan.Fault.CopyOf;
import org.parley.faults.plan.Fault.Victim;
import org.parley.faults.plan.Fault.Way;
import org.parley.faults.platform.Copy;
import org.parley.faults.platform.Part;
import org.parley.faults.platform.Platform;
import org.parley.faults.platform.Proxy;

/** Makes the faults of a plan happen to a platform. Each runs by itself, so they overlap as drawn. */
public final class Injector {

    private final Platform platform;
    private final Consumer<String> log;
    private final List<Thread> injections = new ArrayList<>();

    /** @param log told when a fault begins and when it is over */
    public Injector(Platform platform, Consumer<String> log) {
        this.platform = platform;
        this.log = log;
    }

    /** Returns when the length of the plan is over; what would last longer ends then, and {@link Platform#heal} mends it. */
    public void play(Plan plan) throws InterruptedException {
        var began = System.nanoTime();
        for (var planned : plan.faults()) {
            sleepUntil(began, planned.at());
            injections.add(Thread.ofVirtual().start(() -> inject(planned.fault())));
        }
        sleepUntil(began, plan.length());
        // Else a late kill would fall into what is looked at afterwards.
        injections.forEach(Thread::interrupt);
        for (var injection : injections) {
            injection.join();
        }
    }

    private static void sleepUntil(long began, Duration at) throws InterruptedException {
        var left = began + at.toNanos() - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    private void inject(Fault fault) {
        log.accept("begins " + fault);
        try {
            switch (fault) {
                case Fault.Kill kill -> kill(part(kill.victim()), kill.lasts());
                case Fault.Freeze freeze -> freeze(part(freeze.victim()), freeze.lasts());
                case Fault.Delay delay -> {
                    proxy(delay.copy(), delay.way()).delay(delay.by());
                    pause(delay.lasts());
                    proxy(delay.copy(), delay.way()).clear();
                }
                case Fault.Cut cut -> cut(proxy(cut.copy(), cut.way()), cut.lasts());
                case Fault.SwallowAnswers swallow -> {
                    proxy(swallow.copy(), swallow.way()).swallowAnswers();
                    pause(swallow.lasts());
                    proxy(swallow.copy(), swallow.way()).clear();
                }
                case Fault.DiskFull full -> fill(full);
                case Fault.WrongClock wrong -> beWrong(copy(wrong.copy()).part(), wrong.shift(), wrong.lasts());
            }
            log.accept("over   " + fault);
        } catch (InterruptedException e) {
            log.accept("ended  " + fault);
        } catch (RuntimeException e) {
            // Another fault was at the same process: a kill in the middle of a freeze, for instance.
            log.accept("missed " + fault + ": " + e.getMessage());
        }
    }

    private static void kill(Part part, Duration lasts) throws InterruptedException {
        part.holdDown();
        pause(lasts);
        part.release();
    }

    private static void beWrong(Part part, Duration shift, Duration lasts) throws InterruptedException {
        part.shiftClock(shift);
        part.holdDown();
        part.release();
        try {
            pause(lasts);
        } finally {
            part.shiftClock(Duration.ZERO);
            part.holdDown();
            part.release();
        }
    }

    private static void freeze(Part part, Duration lasts) throws InterruptedException {
        if (part.freeze()) {
            pause(lasts);
            part.thaw();
        }
    }

    private static void cut(Proxy proxy, Duration lasts) throws InterruptedException {
        var until = System.nanoTime() + lasts.toNanos();
        while (System.nanoTime() < until) {
            proxy.cut();
            pause(Duration.ofMillis(700));
        }
    }

    /** The limit is what its largest file has now, so the next thing that makes that one longer fails. */
    private void fill(Fault.DiskFull full) throws InterruptedException {
        var part = part(full.victim());
        var files = platform.folder().resolve("data").resolve(full.victim() == Backing.STORE ? "store.db" : "broker");
        var limit = full.victim() == Backing.STORE ? largest(files, "") : largest(files, ".log");
        if (!part.limitFiles(limit)) {
            return;
        }
        try {
            pause(full.lasts());
        } finally {
            // Usually dead by now and started again by the watch; one that has not written yet loses its limit here.
            part.holdDown();
            part.release();
        }
    }

    private static long largest(Path folder, String ending) {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("__"))
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Part part(Victim victim) {
        return switch (victim) {
            case Backing.STORE -> platform.store();
            case Backing.BROKER -> platform.broker();
            case Backing.RECEIVER -> platform.receiver();
            case CopyOf copy -> copy(copy).part();
        };
    }

    private Copy copy(CopyOf named) {
        var copies = platform.copies(named.service());
        return copies.get(Math.min(named.number(), copies.size()) - 1);
    }

    private Proxy proxy(CopyOf named, Way way) {
        var copy = copy(named);
        return way == Way.STORE ? copy.store() : copy.broker();
    }

    private static void pause(Duration duration) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    }
}
