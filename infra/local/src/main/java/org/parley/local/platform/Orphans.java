package org.parley.local.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Parts whose supervisor was killed: nobody else would end them. */
final class Orphans {

    private Orphans() {}

    /** @return how many there were */
    static int end(Path home) {
        var state = State.read(home);
        if (state.isEmpty() || state.get().supervisor().handle().isPresent()) {
            return 0;
        }
        List<ProcessHandle> left = state.get().parts().values().stream()
                .flatMap(part -> part.handle().stream())
                .toList();
        left.forEach(ProcessHandle::destroy);
        left.forEach(Orphans::awaitOrKill);
        State.forget(home);
        return left.size();
    }

    static void awaitOrKill(ProcessHandle process) {
        try {
            process.onExit().get(25, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
