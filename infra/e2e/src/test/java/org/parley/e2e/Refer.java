package org.parley.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.parley.processes.Checkout;
import org.parley.processes.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of {@code infra/refer}, as a person types it. */
final class Refer {

    private final Process process;
    private final Path output;

    private Refer(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Refer start(Platform platform, Complaints complaints, String via, String... more) {
        var command = new ArrayList<>(List.of(
                Checkout.file("infra/refer").toString(),
                "--format",
                "nyc311",
                "--precincts",
                complaints.precincts().toString(),
                "--fallback",
                complaints.boards().toString(),
                "--via",
                via,
                "--json"));
        command.addAll(List.of(more));
        command.add(complaints.file().toString());
        try {
            var output = Files.createTempFile(complaints.file().getParent(), "refer-", ".out");
            var builder = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(
                            output.resolveSibling(output.getFileName() + ".err").toFile());
            builder.environment().putAll(platform.environment());
            builder.environment()
                    .putAll(Map.of(
                            "PARLEY_REFERRAL",
                            platform.address(Service.REFERRAL).toString()));
            return new Refer(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** The last line it printed. */
    JsonNode summary() {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("infra/refer does not end; see " + output);
            }
            var lines = Files.readAllLines(output, UTF_8);
            if (process.exitValue() != 0 || lines.isEmpty()) {
                throw new AssertionError("infra/refer ended with %d: %s %s"
                        .formatted(process.exitValue(), lines, Files.readString(Path.of(output + ".err"))));
            }
            return JsonMapper.shared().readTree(lines.getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
