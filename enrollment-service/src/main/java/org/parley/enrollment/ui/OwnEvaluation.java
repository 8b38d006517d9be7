package org.parley.enrollment.ui;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.parley.enrollment.evaluations.EvaluationKind;
import org.parley.enrollment.evaluations.Invitation;
import org.parley.enrollment.evaluations.LinkDrawing;

/**
 * Where an evaluation stands for an officer who completed the training. That they have answered nobody knows, so it isn't
 * said either.
 */
record OwnEvaluation(EvaluationKind kind, boolean drawn, boolean closed) {

    /** Those that have come. */
    static List<OwnEvaluation> of(LinkDrawing links, UUID training, UUID officer) {
        return Arrays.stream(EvaluationKind.values())
                .flatMap(kind -> of(kind, links.invitation(training, kind), officer).stream())
                .toList();
    }

    private static List<OwnEvaluation> of(EvaluationKind kind, Invitation invitation, UUID officer) {
        return invitation.notYet().isEmpty() && invitation.completed().contains(officer)
                ? List.of(new OwnEvaluation(kind, invitation.hasDrawn(officer), invitation.isClosed()))
                : List.of();
    }

    public boolean isFollowUp() {
        return kind == EvaluationKind.FOLLOW_UP;
    }
}
