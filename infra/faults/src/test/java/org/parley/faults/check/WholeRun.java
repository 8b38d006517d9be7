package org.parley.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.parley.faults.history.Deed;

/** A small run in which everything is right, with the ids of what is in it. */
final class WholeRun {

    final Story story = new Story();

    /** Posted, accepted, scheduled, mediated. */
    final String mediated;
    /** Sent over Kafka, declined. */
    final String declined;
    /** Posted, accepted, withdrawn. */
    final String withdrawn;
    /** Posted, screened out. */
    final String stopped;
    /** Posted, offered, and so it stays. */
    final String open;
    /** Posted, accepted, closed by its center. */
    final String closed;

    final String session;
    final String microIntervention;
    final TrainingStory training;
    /** OPEN still. */
    final TrainingStory later;

    WholeRun() {
        var referrals = new ReferralStory(story);
        var logs = new LogStory(story);
        story.webhookCenters.add("nypi");

        mediated = referrals.posts("precinct-075", "r-mediated", "nypi");
        declined = referrals.sends("precinct-075", "r-declined", "nypi");
        withdrawn = referrals.posts("precinct-075", "r-withdrawn", "nypi");
        stopped = referrals.posts("precinct-075", "r-stopped", "nypi", "arrestMade");
        open = referrals.posts("precinct-040", "r-open", "imcr");
        closed = referrals.posts("precinct-040", "r-closed", "imcr");
        referrals.postsInVain("precinct-040", "r-unsure");
        referrals.accepts("nypi", mediated);
        referrals.declines("nypi", declined, "NO_CAPACITY");
        referrals.accepts("nypi", withdrawn);
        referrals.accepts("imcr", closed);
        referrals.schedules("nypi", mediated, "2026-12-01T15:00:00Z");
        referrals.withdraws("precinct-075", withdrawn, "RESOLVED");
        story.isRefused("center-nypi", Deed.DECLINE, withdrawn, Story.json("{'reason': 'UNSAFE'}"), "offer-over");
        referrals.closes("imcr", closed, "COULD_NOT_CONTACT");
        referrals.acknowledges("imcr", 2);
        session = logs.session("nypi", mediated, "AGREEMENT_MOST", "2026-11-23T13:00:00Z");
        referrals.heldAndClosed(mediated, session, "AGREEMENT_MOST", "2026-11-23T13:00:00Z", "PARTLY");
        microIntervention = logs.microIntervention("a quarrel");

        training = TrainingStory.creates(story, "2026-07", 3);
        training.opens();
        training.asks("Ann", "Bob", "Cem", "Dee");
        training.asks("Eva");
        training.withdraws("Ann", "Dee");
        training.attended(TrainingStory.DAYS.get(0), "Bob", "Cem", "Dee");
        training.attended(TrainingStory.DAYS.get(0), "Bob", "Cem");
        training.attended(TrainingStory.DAYS.get(1), "Bob");
        training.attended(TrainingStory.DAYS.get(2), "Bob", "Cem");
        training.attended(TrainingStory.DAYS.get(3), "Bob");
        training.completes("Bob", "Cem", "Dee", "Eva");
        training.isFound();
        later = TrainingStory.creates(story, "2026-09", 1);
        later.opens();
        later.asks("Fay", "Gus");
        later.isFound();

        // A failure, a success, and a repeat by a copy that did not know of the success.
        referrals.delivers("nypi", 1, 503);
        referrals.delivers("nypi", 2, 204);
        referrals.delivers("nypi", 1, 204);
        referrals.delivers("nypi", 3, 204);
        referrals.delivers("nypi", 1, 204);
        referrals.delivers("nypi", 4, 204);

        // A crash between sending and knowing it: the last two are sent again.
        story.append(story.event("referral.session-held", mediated));
        story.append(story.event("referral.closed", mediated));
        story.counted();
    }

    /** The rule sees what was done to the run, and says so in a sentence with all of these words. */
    void isSeenBy(String rule, String... words) {
        assertThat(story.check())
                .noneMatch(violation -> violation.what().startsWith("could not be checked"))
                .anyMatch(violation ->
                        violation.rule().equals(rule) && Stream.of(words).allMatch(violation.what()::contains));
    }

    /** The same, and no other rule sees anything. */
    void isSeenOnlyBy(String rule, String... words) {
        isSeenBy(rule, words);
        assertThat(story.check()).allMatch(violation -> violation.rule().equals(rule));
    }

    void isRight() {
        assertThat(story.check()).isEmpty();
    }
}
