package org.parley.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.faults.history.Histories;

/** What is kept of a run can be checked again. */
class HistoriesTest {

    @TempDir
    private Path folder;

    private final Story story = new WholeRun().story;

    @Test
    void keepsADeedPerLine() throws IOException {
        var file = folder.resolve("history.jsonl");
        Histories.write(file, story.history);
        assertThat(Files.readAllLines(file)).hasSameSizeAs(story.history);
        assertThat(Histories.read(file)).isEqualTo(story.history);
    }

    @Test
    void addsToWhatIsThere() {
        var file = folder.resolve("history.jsonl");
        Histories.append(file, story.history.subList(0, 3));
        Histories.append(file, story.history.subList(3, story.history.size()));
        assertThat(Histories.read(file)).isEqualTo(story.history);
    }

    @Test
    void beginsAnewWhenWritten() {
        var file = folder.resolve("history.jsonl");
        Histories.write(file, story.history);
        Histories.write(file, story.history.subList(0, 1));
        assertThat(Histories.read(file)).hasSize(1);
    }

    @Test
    void keepsWhatWasFound() {
        var file = folder.resolve("found.json");
        story.figures.remove(story.figures.keySet().iterator().next());
        Histories.writeFound(file, story.found());
        assertThat(Histories.readFound(file)).isEqualTo(story.found());
    }

    @Test
    void checksTheSameAgain() {
        story.referrals.remove("r-open");
        story.published.clear();
        Histories.write(folder.resolve("history.jsonl"), story.history);
        Histories.writeFound(folder.resolve("found.json"), story.found());
        assertThat(Checker.check(
                        Histories.read(folder.resolve("history.jsonl")),
                        Histories.readFound(folder.resolve("found.json"))))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(story.check());
    }
}
