package org.parley.session.ui;

import java.util.Arrays;
import java.util.List;
import org.parley.session.MicroInterventionOutcome;
import org.parley.session.NotHeldReason;
import org.parley.session.SessionOutcome;
import org.parley.session.VoidReason;

/** What the forms of a log let choose from. */
record LogChoices(
        List<Choices.Named> types,
        List<Choices.Named> sessionOutcomes,
        List<Choices.Named> notHeldReasons,
        List<Choices.Named> microInterventionOutcomes,
        List<Choices.Named> voidReasons,
        List<Choices.Group> groups) {

    LogChoices {
        types = List.copyOf(types);
        sessionOutcomes = List.copyOf(sessionOutcomes);
        notHeldReasons = List.copyOf(notHeldReasons);
        microInterventionOutcomes = List.copyOf(microInterventionOutcomes);
        voidReasons = List.copyOf(voidReasons);
        groups = List.copyOf(groups);
    }

    static LogChoices all() {
        return new LogChoices(
                Choices.allTypes(),
                Arrays.stream(SessionOutcome.values())
                        .map(outcome -> new Choices.Named(outcome.name(), Words.of(outcome)))
                        .toList(),
                Choices.named(NotHeldReason.values()),
                Choices.named(MicroInterventionOutcome.values()),
                Choices.named(VoidReason.values()),
                Choices.allGroups());
    }
}
