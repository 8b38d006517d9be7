package org.parley.faults.check;

import org.junit.jupiter.api.Test;

class AcknowledgedInboxesTest {

    private static final String RULE = "acknowledged-inboxes";

    private final WholeRun run = new WholeRun();

    @Test
    void seesOneThatWentBack() {
        run.story.acknowledged.put("imcr", 1L);
        run.isSeenOnlyBy(RULE, "imcr", "to 1", "told to 2");
    }

    @Test
    void seesOneThatNobodyAcknowledgedSoFar() {
        run.story.acknowledged.put("cms", 1L);
        run.isSeenOnlyBy(RULE, "cms", "which nobody asked for");
    }

    @Test
    void acceptsWhatTheWebhookHasTaken() {
        run.story.acknowledged.put("nypi", 4L);
        run.isRight();
    }

    @Test
    void seesOneThatGoesBeyondWhatTheWebhookHasTaken() {
        run.story.acknowledged.put("nypi", 5L);
        run.isSeenOnlyBy(RULE, "nypi", "to 5", "has not taken 5");
    }
}
