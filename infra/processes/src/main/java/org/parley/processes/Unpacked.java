package org.parley.processes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** A service's jar, unpacked into a folder beside it. */
final class Unpacked {

    private static final String STAMP = "unpacked-from";

    private Unpacked() {}

    /** Unpacks what is not unpacked yet, or was built anew. Two platforms may do it at once. */
    static void from(Path packed, Path app) {
        try (var lock = FileChannel.open(
                        packed.resolveSibling("app.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            var stamp = checksum(packed);
            if (!isStamped(app, stamp)) {
                unpack(packed, app, stamp);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reproducible build gives its jars one time, and two different ones may be of one size. */
    private static String checksum(Path file) throws IOException {
        var checksum = new CRC32C();
        try (var in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(checksum.getValue());
    }

    private static boolean isStamped(Path app, String stamp) throws IOException {
        var file = app.resolve(STAMP);
        return Files.exists(file) && Files.readString(file).equals(stamp);
    }

    private static void unpack(Path packed, Path app, String stamp) throws IOException {
        var draft = packed.resolveSibling("app.draft");
        Folders.delete(draft);
        var unpacking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        packed.toString(),
                        "extract",
                        "--destination",
                        draft.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(unpacking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (unpacking.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("Cannot unpack " + packed + ": " + said);
        }
        Files.writeString(draft.resolve(STAMP), stamp);
        Folders.delete(app);
        Files.move(draft, app, StandardCopyOption.ATOMIC_MOVE);
    }
}
