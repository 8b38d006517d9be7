package org.parley.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {

    @TempDir
    private Path home;

    private final State.Running self = State.Running.of(ProcessHandle.current());

    @Test
    void isReadAsItWasWritten() {
        var state = new State(true, false, self, Map.of(Part.BROKER, self), Map.of(Part.BROKER, 9092));

        state.write(home);

        assertThat(State.read(home)).contains(state);
        State.forget(home);
        assertThat(State.read(home)).isEmpty();
    }

    @Test
    void knowsAProcessFromALaterOneWithItsNumber() {
        assertThat(self.handle()).contains(ProcessHandle.current());
        assertThat(new State.Running(self.pid(), Instant.EPOCH.plusSeconds(1)).handle())
                .isEmpty();
    }

    @Test
    void aFolderHasOnePlatform() {
        try (var _ = OnlyOne.in(home)) {
            assertThatThrownBy(() -> OnlyOne.in(home)).isInstanceOf(Stop.class).hasMessageContaining("already runs");
        }
        OnlyOne.in(home).close();
    }
}
