package org.parley.enrollment.evaluations;

import java.time.LocalDate;
import java.util.List;
import org.parley.enrollment.CurriculumPart;

/** What a link leads to. */
public sealed interface Asking {

    /**
     * It is good for an answer.
     *
     * @param parts of the curriculum that are asked about after the training
     * @param closesOn from this day on it is no good
     */
    record Open(String cohort, EvaluationKind kind, List<CurriculumPart> parts, LocalDate closesOn) implements Asking {}

    /** Somebody has answered by it. */
    record Used() implements Asking {}

    /** The evaluation is closed. */
    record Over() implements Asking {}

    /** No such link was ever drawn, or it is no good any more. */
    record Unknown() implements Asking {}
}
