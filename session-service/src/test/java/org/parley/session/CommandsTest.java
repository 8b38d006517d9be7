package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final Commands commands = new Commands();

    @Test
    void knowsTheBoroughOfACommand() {
        assertThat(commands.boroughOf("PCT-075", Logs.NOW)).contains("BROOKLYN");
        assertThat(commands.boroughOf("PSA-9", Logs.NOW)).contains("QUEENS");
    }

    @Test
    void knowsNoOther() {
        assertThat(commands.boroughOf("PCT-999", Logs.NOW)).isEmpty();
    }

    @Test
    void knowsThe116thFromItsFirstDayInNewYorkOn() {
        assertThat(commands.boroughOf("PCT-116", Instant.parse("2024-12-18T04:59:59Z")))
                .isEmpty();
        assertThat(commands.boroughOf("PCT-116", Instant.parse("2024-12-18T05:00:00Z")))
                .contains("QUEENS");
    }
}
