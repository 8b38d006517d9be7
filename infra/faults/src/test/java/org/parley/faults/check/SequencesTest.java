package org.parley.faults.check;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.parley.faults.history.Event;
import tools.jackson.databind.node.ObjectNode;

class SequencesTest {

    private static final String RULE = "sequences";

    private final WholeRun run = new WholeRun();
    private final Story story = run.story;

    @Test
    void seesAGap() {
        story.remove("referral.offered", run.open);
        story.remove("referral.accepted", run.closed);
        run.isSeenBy(RULE, "referral " + run.closed, "sequence 4 where 3 is due");
    }

    @Test
    void seesAFirstEventThatIsMissing() {
        story.remove("referral.submitted", run.open);
        run.isSeenBy(RULE, "referral " + run.open, "sequence 2 where 1 is due");
    }

    @Test
    void seesANumberThatIsUsedTwice() {
        story.replace("referral.closed", run.closed, event -> Story.with(event, 3, event.time(), event.data()));
        run.isSeenBy(RULE, "referral " + run.closed, "two events of sequence 3");
    }

    @Test
    void seesEventsInTheWrongOrder() {
        var first = story.events.indexOf(story.event("referral.submitted", run.open));
        var second = story.events.indexOf(story.event("referral.offered", run.open));
        var offered = story.events.get(second);
        story.events.set(second, at(story.events.get(first), offered.partition(), offered.offset()));
        story.events.set(first, at(offered, offered.partition(), offered.offset() - 1));
        run.isSeenOnlyBy(RULE, "referral " + run.open, "sequence 2 where 1 is due");
    }

    @Test
    void seesWhatWasReadInTheWrongOrder() {
        var first = story.events.indexOf(story.event("referral.submitted", run.open));
        Collections.swap(story.events, first, first + 1);
        run.isSeenBy(RULE, "referral " + run.open, "was not read in order");
    }

    @Test
    void seesASecondPartition() {
        story.replace("referral.closed", run.closed, event -> at(event, event.partition() + 1, 900));
        run.isSeenOnlyBy(RULE, "referral " + run.closed, "more than one partition");
    }

    @Test
    void seesThatWhatWasSentAgainIsNotTheSame() {
        var closed = story.event("referral.closed", run.closed);
        var data = closed.data().deepCopy();
        ((ObjectNode) data).put("reason", "NO_SHOW");
        story.append(Story.with(closed, closed.sequence(), closed.time(), data));
        run.isSeenOnlyBy(RULE, "referral " + run.closed, "two events of sequence 4");
    }

    @Test
    void seesThatWhatWasSentAgainHasAnotherId() {
        var closed = story.event("referral.closed", run.closed);
        story.append(named(closed, "another", closed.type(), closed.topic()));
        run.isSeenOnlyBy(RULE, "two events of sequence 4");
    }

    @Test
    void acceptsThatAllOfAnAggregateIsSentAgain() {
        story.events.stream()
                .filter(event -> event.subject().equals(run.closed))
                .toList()
                .forEach(story::append);
        run.isRight();
    }

    @Test
    void seesAnIdThatIsUsedTwice() {
        story.replace(
                "referral.offered", run.open, event -> named(event, run.closed + ":1", event.type(), event.topic()));
        run.isSeenOnlyBy(RULE, "The id " + run.closed + ":1");
    }

    @Test
    void seesAnEventOnTheWrongTopic() {
        story.replace(
                "session.logged", run.session, event -> named(event, event.id(), event.type(), "parley.referrals.v1"));
        run.isSeenOnlyBy(RULE, run.session, "stands on parley.referrals.v1");
    }

    @Test
    void seesATypeThatNobodyKnows() {
        story.replace(
                "training.scheduled",
                run.later.id(),
                event -> named(event, event.id(), "org.parley.training.postponed.v1", event.topic()));
        run.isSeenBy(RULE, run.later.id(), "org.parley.training.postponed.v1");
    }

    @Test
    void seesAStateOfSomethingElse() {
        story.changeData(
                "referral.offered",
                run.open,
                data -> data.withObject("referral").put("id", run.closed));
        run.isSeenOnlyBy(RULE, run.open + ":2", "another key or state");
    }

    private static Event at(Event event, int partition, long offset) {
        return new Event(
                event.topic(),
                partition,
                offset,
                event.key(),
                event.id(),
                event.type(),
                event.subject(),
                event.sequence(),
                event.time(),
                event.appended(),
                event.data());
    }

    private static Event named(Event event, String id, String type, String topic) {
        return new Event(
                topic,
                event.partition(),
                event.offset(),
                event.key(),
                id,
                type,
                event.subject(),
                event.sequence(),
                event.time(),
                event.appended(),
                event.data());
    }
}
