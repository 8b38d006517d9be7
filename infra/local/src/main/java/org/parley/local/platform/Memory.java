package org.parley.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Memory of a process as Linux counts it: pages shared with others count in part (PSS). */
final class Memory {

    private Memory() {}

    /** In KiB; nothing where the system does not tell. */
    static OptionalLong of(long pid) {
        var rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try (var lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
