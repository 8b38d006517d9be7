package org.parley.bench.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MixTest {

    @Test
    void threeInFiveAreFine() {
        var shares =
                Mix.of(200).hooks().stream().collect(Collectors.groupingBy(Hook::behaviour, Collectors.counting()));

        assertThat(shares)
                .isEqualTo(Map.of(
                        Behaviour.FINE, 120L,
                        Behaviour.ERROR, 20L,
                        Behaviour.PATIENCE, 20L,
                        Behaviour.HANG, 20L,
                        Behaviour.RESET, 10L,
                        Behaviour.GONE, 10L));
    }

    @Test
    void eachServesItsOwnDisputesAlone() {
        assertThat(Mix.of(200).hooks().stream()
                        .map(hook -> hook.command() + " " + hook.type())
                        .collect(Collectors.groupingBy(Function.identity())))
                .hasSize(200);
    }

    @Test
    void othersThanMultiplesOfTwentyHaveNoSuchShares() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mix.of(30));
    }
}
