package org.parley.referral.http;

import org.parley.referral.Actor;
import org.parley.referral.delivery.Feed;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;

/** Whether a caller speaks for a center. Other centers are not there. */
final class CenterScope {

    static final String ROLES = "hasAnyRole('center-system', 'center-staff')";

    private CenterScope() {}

    static Actor actor(Caller caller, String center) {
        require(caller, center);
        return new Actor(caller.is("center-system") ? "center-system" : "center-staff", caller.id());
    }

    static void require(Caller caller, String center) {
        if (!caller.covers("center", center) || !Feed.isOfCenter(center)) {
            throw ProblemException.notFound();
        }
    }
}
