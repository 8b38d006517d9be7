package org.parley.enrollment.evaluations;

import java.util.List;
import org.parley.enrollment.Breach;

/** What becomes of somebody's answers. */
public sealed interface Answering {

    record Taken(Evaluation after) implements Answering {}

    /** Somebody has answered by this link. */
    record Used() implements Answering {}

    /** The evaluation is closed. */
    record Over() implements Answering {}

    record Invalid(List<Breach> breaches) implements Answering {}

    /** No such link was ever drawn, or it is no good any more. */
    record Unknown() implements Answering {}
}
