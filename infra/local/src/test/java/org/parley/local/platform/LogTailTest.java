package org.parley.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path folder;

    @Test
    void isTheEndOfTheLog() throws IOException {
        var lines = new ArrayList<>(Collections.nCopies(30, "before"));
        lines.add("The store could not write its file, and ends.");

        assertThat(tail(lines).lines()).hasSize(25).last().isEqualTo("The store could not write its file, and ends.");
    }

    @Test
    void leavesOutWhatAJvmSaysOfItsCache() throws IOException {
        var lines = List.of(
                "/data/store.db was written by another version of the embedded store.",
                "Temporary AOTConfiguration recorded: store.aot.config",
                "Launching child process java to assemble AOT cache store.aot",
                "Picked up JAVA_TOOL_OPTIONS: -Djava.class.path=store.jar",
                "Reading AOTConfiguration store.aot.config and writing AOTCache store.aot",
                "AOTCache creation is complete: store.aot 20209664 bytes",
                "Removed temporary AOT configuration file store.aot.config");

        assertThat(tail(lines)).isEqualTo(lines.getFirst());
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(LogTail.of(folder.resolve("none.log"))).isEqualTo("(there is no log)");
    }

    private String tail(List<String> lines) throws IOException {
        return LogTail.of(Files.write(folder.resolve("part.log"), lines));
    }
}
