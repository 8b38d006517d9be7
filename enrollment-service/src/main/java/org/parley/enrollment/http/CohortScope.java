package org.parley.enrollment.http;

import java.util.UUID;
import org.parley.enrollment.Requester;
import org.parley.enrollment.TrainingManagement;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;

/** Which trainings are somebody's business: all a coordinator's; a trainer's those of the own cohorts. */
record CohortScope(TrainingManagement trainings) {

    /** @throws ProblemException not-found, also for one that is another's business */
    void require(Caller caller, UUID training) {
        if (trainings
                .find(training)
                .filter(held -> new Requester(caller).runs(held.state()))
                .isEmpty()) {
            throw ProblemException.notFound();
        }
    }
}
