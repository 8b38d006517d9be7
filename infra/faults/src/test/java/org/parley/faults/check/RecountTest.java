package org.parley.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.faults.history.Figure;
import tools.jackson.databind.node.ObjectNode;

/** What the whole run comes to, added up by hand. */
class RecountTest {

    private static final String DAY = "2026-11-23";

    private final WholeRun run = new WholeRun();

    @Test
    void countsByDayAndAllDimensions() {
        var nypi = Map.of("borough", "BROOKLYN", "command", "PCT-075", "center", "nypi", "type", "NOISE");
        var imcr = Map.of("borough", "BRONX", "command", "PCT-040", "center", "imcr", "type", "NOISE");
        var nobody = Map.of("borough", "BROOKLYN", "command", "PCT-075", "type", "NOISE");
        var right = new HashMap<Figure, Long>();
        // Mediated and withdrawn; declined and screened out; open and closed.
        right.put(new Figure("referrals-submitted", DAY, nypi), 2L);
        right.put(new Figure("referrals-submitted", DAY, nobody), 2L);
        right.put(new Figure("referrals-submitted", DAY, imcr), 2L);
        right.put(new Figure("referrals-screened-out", DAY, nobody), 1L);
        right.put(new Figure("referrals-accepted", DAY, nypi), 2L);
        right.put(new Figure("referrals-accepted", DAY, imcr), 1L);
        right.put(new Figure("referrals-closed", DAY, nypi), 1L);
        right.put(new Figure("referrals-closed", DAY, imcr), 1L);
        right.put(new Figure("sessions-held", DAY, nypi), 1L);
        right.put(new Figure("agreements", DAY, nypi), 1L);
        var intervention = Map.of("borough", "BROOKLYN", "command", "PCT-075", "type", "NEIGHBOR");
        right.put(new Figure("micro-interventions", "2026-11-22", intervention), 1L);
        right.put(new Figure("arrests-avoided", "2026-11-22", intervention), 1L);
        right.put(
                new Figure(
                        "officers-certified",
                        "2026-07-15",
                        Map.of("borough", "BROOKLYN", "command", "PCT-075", "cohort", "2026-07")),
                1L);
        var cohort = Map.of("cohort", "2026-07");
        right.put(new Figure("trainings-completed", "2026-07-15", cohort), 1L);
        right.put(new Figure("seats", "2026-07-15", cohort), 3L);
        right.put(new Figure("seats-filled", "2026-07-15", cohort), 3L);
        assertThat(Recount.byDay(new Events(run.story.events))).isEqualTo(right);
    }

    @Test
    void addsUpWhatIsPublished() {
        var published = Recount.published(Recount.byDay(new Events(run.story.events)));
        assertThat(published)
                .containsEntry(new Figure("referrals-submitted", "", Map.of()), 6L)
                .containsEntry(new Figure("referrals-submitted", DAY, Map.of()), 6L)
                .containsEntry(new Figure("referrals-submitted", "", Map.of("borough", "BRONX")), 2L)
                .containsEntry(new Figure("referrals-submitted", "", Map.of("center", "nypi")), 2L)
                .containsEntry(new Figure("referrals-submitted", "", Map.of("type", "NOISE")), 6L)
                .containsEntry(new Figure("trainings-completed", "", Map.of("cohort", "2026-07")), 1L)
                .doesNotContainKey(new Figure("referrals-submitted", DAY, Map.of("center", "nypi")));
    }

    /** Half past three in the night there is still the evening before in New York. */
    @Test
    void takesDaysOfNewYork() {
        run.story.changeData(
                "micro-intervention.logged",
                run.microIntervention,
                data -> data.withObject("microIntervention").put("occurredAt", "2026-11-23T03:30:00Z"));
        assertThat(Recount.byDay(new Events(run.story.events)).keySet())
                .filteredOn(figure -> figure.metric().equals("micro-interventions"))
                .extracting(Figure::day)
                .containsExactly("2026-11-22");
    }

    @Test
    void countsNothingOfWhatWasNotHeldOrEnteredInError() {
        run.story.changeData(
                "session.logged",
                run.session,
                data -> data.withObject("session").put("outcome", "NOT_HELD"));
        run.story.changeData(
                "referral.screened-out",
                run.stopped,
                data -> data.withObject("referral").put("state", "ENTERED_IN_ERROR"));
        var published = Recount.published(Recount.byDay(new Events(run.story.events)));
        assertThat(published)
                .doesNotContainKey(new Figure("sessions-held", "", Map.of()))
                .doesNotContainKey(new Figure("referrals-screened-out", "", Map.of()))
                .containsEntry(new Figure("referrals-submitted", "", Map.of()), 5L);
    }

    @Test
    void countsWhatWasGivenBackAsIfNobodyHadTakenIt() {
        var referrals = new ReferralStory(run.story);
        var id = referrals.posts("precinct-040", "r-given-back", "cms");
        referrals.accepts("cms", id);
        new DetourStory(run.story, referrals).transfers(id, "UNSAFE");
        assertThat(Recount.published(Recount.byDay(new Events(run.story.events))))
                .containsEntry(new Figure("referrals-submitted", "", Map.of()), 7L)
                .containsEntry(new Figure("referrals-accepted", "", Map.of()), 3L)
                .doesNotContainKey(new Figure("referrals-submitted", "", Map.of("center", "cms")));
    }

    @Test
    void countsNoArrestThatWasMadeAsAvoided() {
        run.story.changeData(
                "micro-intervention.logged",
                run.microIntervention,
                data -> ((ObjectNode) data.get("microIntervention")).put("arrestMade", true));
        assertThat(Recount.published(Recount.byDay(new Events(run.story.events))))
                .containsEntry(new Figure("micro-interventions", "", Map.of()), 1L)
                .doesNotContainKey(new Figure("arrests-avoided", "", Map.of()));
    }
}
