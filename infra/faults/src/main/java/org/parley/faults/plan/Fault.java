package org.parley.faults.plan;

import java.time.Duration;
import org.parley.processes.Service;

/** One thing that goes wrong, for some time. */
public sealed interface Fault {

    /** How long until it is over. */
    Duration lasts();

    /** What a fault befalls: one of the two backing parts, the receiver of webhooks, or a copy of a service. */
    sealed interface Victim {}

    enum Backing implements Victim {
        STORE,
        BROKER,
        RECEIVER
    }

    /** @param number of the copy, from 1; the last one there is if there are fewer */
    record CopyOf(Service service, int number) implements Victim {}

    /** What a proxy leads to. */
    enum Way {
        STORE,
        BROKER
    }

    /** {@code kill -9}, and started again after this. */
    record Kill(Victim victim, Duration lasts) implements Fault {}

    /** {@code SIGSTOP}, then {@code SIGCONT}. Of one of two copies this makes a zombie: the other takes its partitions. */
    record Freeze(Victim victim, Duration lasts) implements Fault {}

    /** All that passes takes so much longer, each way. */
    record Delay(CopyOf copy, Way way, Duration by, Duration lasts) implements Fault {}

    /** All connections break, now and again until it is over. */
    record Cut(CopyOf copy, Way way, Duration lasts) implements Fault {}

    /** Requests go through, answers do not come back. */
    record SwallowAnswers(CopyOf copy, Way way, Duration lasts) implements Fault {}

    /** Files may grow no more: the process ends at its next write and starts again, with its limit lifted. */
    record DiskFull(Backing victim, Duration lasts) implements Fault {}

    /** A copy starts anew with a wrong clock, and at the end with a right one. */
    record WrongClock(CopyOf copy, Duration shift, Duration lasts) implements Fault {}
}
