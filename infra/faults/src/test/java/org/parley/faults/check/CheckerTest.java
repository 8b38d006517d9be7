package org.parley.faults.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckerTest {

    @Test
    void findsNothingWrongWithARightRun() {
        new WholeRun().isRight();
    }

    @Test
    void findsNothingWrongWithNothing() {
        assertThat(new Story().check()).isEmpty();
    }

    @Test
    void goesOnWhenARuleChokes() {
        var run = new WholeRun();
        run.story.facts.put("referral/" + run.open, null);
        run.story.deadLetters.add("parley.intake.v1-3@7");
        assertThat(run.story.check())
                .anyMatch(violation ->
                        violation.rule().equals("facts") && violation.what().startsWith("could not be checked"))
                .anyMatch(violation -> violation.rule().equals("dead-letters"));
    }

    @Test
    void callsARuleByTheWordsOfItsClass() {
        assertThat(Checker.RULES).extracting(Rule::name).doesNotHaveDuplicates().contains("stores-and-topics", "seats");
    }

    @Test
    void checksALongRunInSeconds() {
        var story = new Story();
        var referrals = new ReferralStory(story);
        for (var i = 0; i < 1_200; i++) {
            var id = referrals.posts("precinct-075", "r-" + i, "nypi");
            referrals.accepts("nypi", id);
            referrals.schedules("nypi", id, "2026-12-01T15:00:00Z");
            referrals.closes("nypi", id, "COULD_NOT_CONTACT");
        }
        for (var i = 0; i < 40; i++) {
            var training = TrainingStory.creates(story, "t-" + i, 3);
            training.opens();
            training.asks("Ann " + i, "Bob " + i, "Cem " + i, "Dee " + i);
            TrainingStory.DAYS.forEach(training::attended);
            training.isFound();
        }
        story.counted();
        assertThat(story.events).hasSizeGreaterThan(6_000);
        assertThat(story.history).hasSizeGreaterThan(5_000);
        assertTimeout(Duration.ofSeconds(20), () -> assertThat(story.check()).isEmpty());
    }
}
