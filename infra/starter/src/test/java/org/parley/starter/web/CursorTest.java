package org.parley.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final UUID ID = UUID.fromString("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04");
    private static final String GOOD = Cursor.of("shelf", 7, ID).text();

    @Test
    void comesBackAsItWasGiven() {
        var read = Objects.requireNonNull(Cursor.parse(GOOD, "shelf", 2));

        assertThat(read.number(0)).isEqualTo(7);
        assertThat(read.uuid(1)).isEqualTo(ID);
        assertThat(GOOD).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void withoutOneTheListBegins() {
        assertThat(Cursor.parse(null, "shelf", 2)).isNull();
    }

    @Test
    void isNoGoodOnceAnyOfItsCharactersHasChanged() {
        for (var at = 0; at < GOOD.length(); at++) {
            var other = GOOD.charAt(at) == 'x' ? 'y' : 'x';
            isRefused(GOOD.substring(0, at) + other + GOOD.substring(at + 1), "shelf", 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "!", "c2hlbGZ8Nw", "c2hlbGZ8N3wx====", "\u0000"})
    void refusesWhatNoListGave(String text) {
        isRefused(text, "shelf", 1);
    }

    @Test
    void isNoGoodForAnotherList() {
        isRefused(GOOD, "drawer", 2);
        isRefused(GOOD, "shelf", 1);
        isRefused(GOOD + "=", "shelf", 2);
    }

    @Test
    void refusesAPartOfAnotherKind() {
        var cursor = Cursor.of("shelf", "seven");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.number(0));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.uuid(0));
    }

    private static void isRefused(String text, String list, int parts) {
        assertThatExceptionOfType(ProblemException.class)
                .as(new String(
                        Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isThrownBy(() -> Cursor.parse(text, list, parts))
                .satisfies(problem -> assertThat(problem.violations())
                        .extracting(Violation::field)
                        .containsExactly("?cursor"));
    }
}
