package org.parley.faults.load.calls;

import org.jspecify.annotations.Nullable;
import org.parley.faults.history.Told;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a client may believe of a deed after its attempts so far. */
final class Verdict {

    private int attempts;
    private boolean mayHaveHappened;
    private @Nullable Told told;
    private Attempt.Answered last = new Attempt.Answered(0, MissingNode.getInstance());

    void add(Attempt attempt) {
        attempts++;
        switch (attempt) {
            case Attempt.Acknowledged _ -> told = Told.DONE;
            case Attempt.Answered answered -> {
                last = answered;
                judge(answered.status());
            }
            case Attempt.Lost _ -> mayHaveHappened = true;
            case Attempt.Unsent _ -> {}
        }
    }

    private void judge(int status) {
        if (status / 100 == 2) {
            told = Told.DONE;
        } else if (status / 100 != 4 || status == 408) {
            // It may have been done before the failure.
            mayHaveHappened = true;
        } else if (status != 401 && status != 429) {
            told = mayHaveHappened ? Told.UNCERTAIN : Told.REFUSED;
        }
    }

    /** Whether asking again can't make it clearer. */
    boolean isSettled() {
        return told != null;
    }

    Told told() {
        return told == null ? Told.UNCERTAIN : told;
    }

    int attempts() {
        return attempts;
    }

    /** Of the last answer; 0 when there was none. */
    int status() {
        return last.status();
    }

    JsonNode answer() {
        return last.body();
    }
}
