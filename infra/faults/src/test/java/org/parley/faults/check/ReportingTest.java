package org.parley.faults.check;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.faults.history.Figure;

class ReportingTest {

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;
    private final Figure held = new Figure(
            "sessions-held",
            "2026-11-23",
            Map.of("borough", "BROOKLYN", "command", "PCT-075", "center", "nypi", "type", "NOISE"));
    private final Figure total = new Figure("referrals-submitted", "", Map.of());

    @Test
    void missesAFact() {
        story.facts.remove("session/" + run.session);
        run.isSeenOnlyBy("facts", "session/" + run.session, "stands at 0");
    }

    @Test
    void seesAFactThatIsBehind() {
        story.facts.put("referral/" + run.closed, 3L);
        run.isSeenOnlyBy("facts", "referral/" + run.closed, "stands at 3", "is 4");
    }

    @Test
    void seesAFactOfNothing() {
        story.facts.put("enrollment/" + run.later.enrollment("Fay"), 1L);
        run.isSeenOnlyBy("facts", "of nothing");
    }

    @Test
    void seesAFigureThatCountsTwice() {
        story.figures.merge(held, 1L, Long::sum);
        story.rebuilt.putAll(story.figures);
        run.isSeenOnlyBy("figures", "sessions-held 2026-11-23", "is 2 as counted, and should be 1");
    }

    @Test
    void missesAFigure() {
        story.figures.remove(held);
        story.rebuilt.remove(held);
        run.isSeenOnlyBy("figures", "sessions-held", "is 0 as counted, and should be 1");
    }

    @Test
    void seesAFigureOnAnotherDay() {
        var other = new Figure(held.metric(), "2026-11-24", held.dimensions());
        story.figures.put(other, story.figures.remove(held));
        story.rebuilt.clear();
        story.rebuilt.putAll(story.figures);
        run.isSeenOnlyBy("figures", "sessions-held 2026-11-24", "should be 0");
    }

    @Test
    void comparesWhatIsNotCountedHereWithTheRebuildOnly() {
        var other = new Figure("minutes-mediated", held.day(), held.dimensions());
        story.figures.put(other, 90L);
        story.rebuilt.put(other, 60L);
        run.isSeenOnlyBy("rebuilt", "minutes-mediated", "is 60 when rebuilt, and should be 90");
    }

    @Test
    void seesAFigureWithoutADimension() {
        var dimensions = new HashMap<>(held.dimensions());
        dimensions.remove("center");
        story.figures.put(new Figure(held.metric(), held.day(), dimensions), story.figures.remove(held));
        story.rebuilt.clear();
        story.rebuilt.putAll(story.figures);
        run.isSeenOnlyBy("figures", "sessions-held", "{borough=BROOKLYN, command=PCT-075, type=NOISE}", "should be 0");
    }

    @Test
    void seesARebuildThatGivesAnother() {
        story.rebuilt.merge(held, 1L, Long::sum);
        run.isSeenOnlyBy("rebuilt", "sessions-held", "is 2 when rebuilt, and should be 1");
    }

    @Test
    void seesARebuildThatLacksOne() {
        story.rebuilt.remove(held);
        run.isSeenOnlyBy("rebuilt", "sessions-held");
    }

    @Test
    void seesAnotherTotalPublished() {
        story.published.merge(total, -1L, Long::sum);
        run.isSeenOnlyBy("published", "referrals-submitted of all time", "is 5 as published, and should be 6");
    }

    @Test
    void missesADayThatIsNotPublished() {
        story.published.remove(new Figure("referrals-submitted", "2026-11-23", Map.of()));
        run.isSeenOnlyBy("published", "referrals-submitted 2026-11-23", "is 0");
    }

    @Test
    void seesAnotherFigureOfOneDimension() {
        story.published.put(new Figure("referrals-submitted", "", Map.of("center", "nypi")), 3L);
        run.isSeenOnlyBy("published", "{center=nypi}", "is 3 as published, and should be 2");
    }

    @Test
    void acceptsAFigureThatFellToZero() {
        story.published.put(new Figure("referrals-submitted", "", Map.of("center", "cms")), 0L);
        run.isRight();
    }

    @Test
    void seesARevisionThatFell() {
        story.fallenRevisions.add("referrals-submitted|all|all|");
        run.isSeenOnlyBy("revisions", "referrals-submitted|all|all|");
    }

    @Test
    void seesADeadLetter() {
        story.deadLetters.add("parley.intake.v1.referral-service.dlq: KEY_REUSED of parley.intake.v1-3@7");
        run.isSeenOnlyBy("dead-letters", "parley.intake.v1-3@7");
    }
}
