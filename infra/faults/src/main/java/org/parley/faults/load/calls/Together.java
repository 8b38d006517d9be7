package org.parley.faults.load.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Several clients, or several hands of one, at the same moment. */
public final class Together {

    private Together() {}

    /**
     * Returns when all have ended.
     *
     * @throws Over when one of them was not to begin any more
     */
    public static <T> List<T> all(List<? extends Callable<T>> deeds) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(deeds)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Over();
        }
    }
}
