package org.parley.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.referral.routing.Center;
import org.parley.referral.routing.CenterContact;
import org.parley.referral.routing.OpeningHours;

class DeadlinesTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final Center onMondays = new Center(
            "mondays",
            "Open on Mondays",
            Set.of("BROOKLYN"),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            new OpeningHours(
                    Map.of(DayOfWeek.MONDAY, new OpeningHours.Hours(LocalTime.of(9, 0), LocalTime.of(13, 0))),
                    ZoneId.of("America/New_York"),
                    Set.of()),
            new CenterContact(null, null, null),
            true);

    @Test
    void anOfferMayTakeSoManyOpeningHours() {
        assertThat(ReferralFixture.DEADLINES.answer(onMondays, Urgency.ROUTINE, MONDAY_NOON))
                .isEqualTo("2027-02-15T17:00:00Z");
        assertThat(ReferralFixture.DEADLINES.answer(onMondays, Urgency.URGENT, MONDAY_NOON))
                .isEqualTo("2026-11-30T17:00:00Z");
    }

    @Test
    void itsTimeIsASetting() {
        var any = Duration.ofDays(1);
        var brief = new Deadlines(Duration.ofSeconds(90), Duration.ofSeconds(10), any, any, any, any, any, any);
        assertThat(brief.answer(onMondays, Urgency.ROUTINE, MONDAY_NOON)).isEqualTo(MONDAY_NOON.plusSeconds(90));
        assertThat(brief.answer(onMondays, Urgency.URGENT, MONDAY_NOON)).isEqualTo(MONDAY_NOON.plusSeconds(10));
    }
}
