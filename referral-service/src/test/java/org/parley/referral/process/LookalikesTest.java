package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same incident comes twice: from two officers, or from 311 and a precinct. */
@ReferralService
class LookalikesTest {

    private static final String PLACE = "100 EXAMPLE AVENUE";

    @LocalServerPort
    private int port;

    private Precinct precinct;
    private Center nypi;
    private Center redHook;

    @BeforeEach
    void everyoneIsThere() {
        precinct = Precinct.of(port, "PCT-075");
        nypi = Center.of(port, "nypi");
        redHook = Center.of(port, "rhpp");
    }

    private UUID posted(String reference, String place, String change, String to) {
        return precinct.posts(Precinct.noise(reference).replace(PLACE, place).replace(change, to))
                .is(201)
                .id();
    }

    private static List<String> duplicates(Center center, UUID referral) {
        return center.sees(referral).is(200).each("likelyDuplicates", "referral");
    }

    @Test
    void theCenterIsToldOfThemWithALink() {
        var first = posted("alike-1", "1 ALIKE STREET", "", "");
        var again = posted("alike-2", "1 Alike St.", "03:30", "04:10");
        var otherType = posted("alike-3", "1 ALIKE STREET", "NOISE", "PETS");
        var otherDay = posted("alike-4", "1 ALIKE STREET", "2026-01-02", "2026-01-03");
        var otherPlace = posted("alike-5", "2 ALIKE STREET", "", "");
        await().untilAsserted(() -> assertThat(duplicates(nypi, first)).containsExactly(again.toString()));
        assertThat(duplicates(nypi, again)).containsExactly(first.toString());
        for (var other : List.of(otherType, otherDay, otherPlace)) {
            assertThat(duplicates(nypi, other)).isEmpty();
        }
        var link = nypi.sees(first).each("likelyDuplicates", "link").getFirst();
        assertThat(nypi.api().get(link).is(200).id()).isEqualTo(again);
    }

    @Test
    void whatWasNeverOfferedToACenterIsNotNamed() {
        var here = posted("alike-6", "3 ALIKE STREET", "", "");
        var there = posted("alike-7", "3 ALIKE STREET", "", "");
        nypi.declines(there, "NO_CAPACITY").is(200);
        await().untilAsserted(() -> assertThat(duplicates(nypi, here)).containsExactly(there.toString()));
        assertThat(duplicates(redHook, there)).isEmpty();
    }

    @Test
    void whatWasPutRightOrEnteredInErrorIsNoLongerAlike() {
        var here = posted("alike-8", "4 ALIKE STREET", "", "");
        var amended = posted("alike-9", "4 ALIKE STREET", "", "");
        var wrong = posted("alike-10", "4 ALIKE STREET", "", "");
        await().untilAsserted(() -> assertThat(duplicates(nypi, here)).hasSize(2));
        precinct.amends(amended, "{\"type\": \"PETS\"}").is(200);
        precinct.entersInError(wrong, "DUPLICATE").is(200);
        assertThat(duplicates(nypi, here)).isEmpty();
    }
}
