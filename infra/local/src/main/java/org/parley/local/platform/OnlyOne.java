package org.parley.local.platform;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to run a platform in a folder; two would write one file. The system takes it back when we are killed. */
record OnlyOne(FileChannel channel) implements Closeable {

    static OnlyOne in(Path home) {
        try {
            Files.createDirectories(home);
            var channel = FileChannel.open(
                    home.resolve("platform.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw alreadyRuns(home);
            }
            return new OnlyOne(channel);
        } catch (OverlappingFileLockException e) {
            throw alreadyRuns(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stop alreadyRuns(Path home) {
        return new Stop("Parley already runs in %s. infra/status shows it, infra/down ends it.".formatted(home)
                + " PARLEY_LOCAL_DIR names another folder, for a second one.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
