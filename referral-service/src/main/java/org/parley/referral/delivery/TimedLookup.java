package org.parley.referral.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up on threads that may hang: a lookup by the system can't be broken off, and on a virtual thread it would
 * hold the processor of all others until the name's own server has answered.
 */
final class TimedLookup implements GuardedResolver.Lookup {

    private final GuardedResolver.Lookup lookup;
    private final Duration timeout;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("webhook-lookup-", 0).factory());

    TimedLookup(GuardedResolver.Lookup lookup, Duration timeout) {
        this.lookup = lookup;
        this.timeout = timeout;
    }

    @Override
    public InetAddress[] addresses(String host) throws UnknownHostException {
        var found = threads.submit(() -> lookup.addresses(host));
        try {
            return found.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw unknown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(e);
        }
    }

    private static UnknownHostException unknown(Exception cause) {
        var unknown = new UnknownHostException("not resolved");
        unknown.initCause(cause);
        return unknown;
    }
}
