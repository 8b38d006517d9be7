package org.parley.local.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The last lines of a log, which usually say why. */
final class LogTail {

    private static final int LINES = 25;

    /** What a JVM says that is to write its cache for the next start: pages of it, and never why something ended. */
    private static final Pattern CHATTER = Pattern.compile("Picked up JAVA_TOOL_OPTIONS|Launching child process"
            + "|Reading AOTConfiguration|AOTCache creation is complete|(Removed t|T)emporary AOT ?[Cc]onfiguration");

    private LogTail() {}

    static String of(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !CHATTER.matcher(line).lookingAt())
                    .toList();
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "(there is no log)";
        }
    }
}
