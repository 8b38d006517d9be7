package org.parley.enrollment.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.enrollment.keys.Keys;
import org.parley.enrollment.keys.TestKeys;

class LinkKeyTest {

    private static final UUID EVALUATION = UUID.fromString("d03a843c-8653-58c1-9410-573eba3d2fb3");

    private final Keys keys = TestKeys.fresh();
    private final LinkKey links = new LinkKey(keys);

    @Test
    void knowsItsLinksAndTheirEvaluation() {
        var link = links.newLink(EVALUATION, 1);

        assertThat(links.evaluation(link)).contains(EVALUATION);
        assertThat(links.isGenuine(link, 1)).isTrue();
        assertThat(new LinkKey(keys).isGenuine(link, 1)).isTrue();
    }

    @Test
    void takesNoneOfAnotherGenerationOrKey() {
        var link = links.newLink(EVALUATION, 1);

        assertThat(links.isGenuine(link, 2)).isFalse();
        assertThat(new LinkKey(TestKeys.fresh()).isGenuine(link, 1)).isFalse();
    }

    /** Base64 of 32 bytes has bits to spare: two texts may mean the same, and only one of them may be a link. */
    @Test
    void takesNoneThatWasChangedInAnyCharacter() {
        var link = links.newLink(EVALUATION, 1);
        for (var at = 0; at < link.length(); at++) {
            var other = link.charAt(at) == 'A' ? 'B' : 'A';
            var changed = link.substring(0, at) + other + link.substring(at + 1);
            assertThat(links.evaluation(changed).isPresent() && links.isGenuine(changed, 1))
                    .as(changed)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "é", "0b9d6f0e-3a4e-5d0c-8a56-6d2f6d8f2c01"})
    void takesNothingForALinkThatHasNotItsForm(String text) {
        assertThat(links.evaluation(text)).isEmpty();
    }

    @Test
    void drawsEachLinkOnceAndKeepsHashesThatSayNothing() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 1_000; i++) {
            var link = links.newLink(EVALUATION, 1);
            assertThat(seen.add(link)).isTrue();
            assertThat(seen.add(links.hash(link))).isTrue();
            assertThat(link).doesNotContain(links.hash(link).substring(0, 8));
        }
    }
}
