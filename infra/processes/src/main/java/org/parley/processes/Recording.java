package org.parley.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What a run does with the cache of its program: nothing, use it, or write it. */
public sealed interface Recording {

    List<String> options(Program program);

    static Recording of(Program program, boolean wanted) {
        if (!wanted) {
            return new Off();
        }
        return program.hasCache() ? new Use() : new Write(draft(program));
    }

    /** For those who start parts without ever writing a cache: uses the one that `infra/up` has left. */
    static Recording existing(Program program) {
        return program.hasCache() ? new Use() : new Off();
    }

    record Off() implements Recording {
        @Override
        public List<String> options(Program program) {
            return List.of();
        }
    }

    record Use() implements Recording {
        @Override
        public List<String> options(Program program) {
            return List.of("-XX:AOTCache=" + program.cache(), "-Xlog:aot=off", "-Xlog:cds=off");
        }
    }

    /** @param draft of this process alone: another platform may be writing the same cache */
    record Write(Path draft) implements Recording {
        @Override
        public List<String> options(Program program) {
            return List.of("-XX:AOTCacheOutput=" + draft, "-Xlog:aot=off", "-Xlog:cds=off");
        }

        /** Puts a finished cache in its place, and takes an unfinished one away. */
        public void ended(Program program, boolean whole) {
            try {
                if (whole && Files.exists(draft)) {
                    Files.move(draft, program.cache(), StandardCopyOption.ATOMIC_MOVE);
                }
                Files.deleteIfExists(draft);
                Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".config"));
            } catch (IOException e) {
                System.err.println("The start-up cache " + draft + " is lost: " + e.getMessage());
            }
        }
    }

    private static Path draft(Program program) {
        return program.cache()
                .resolveSibling(program.cache().getFileName() + "."
                        + ProcessHandle.current().pid());
    }
}
