package org.parley.referral.audience;

import org.parley.referral.Actor;
import org.parley.referral.delivery.Feed;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;

/** Whether a caller speaks for a center. Other centers are not there. */
public final class CenterScope {

    public static final String ROLES = "hasAnyRole('center-system', 'center-staff')";

    private CenterScope() {}

    public static Actor actor(Caller caller, String center) {
        require(caller, center);
        return new Actor(caller.is("center-system") ? "center-system" : "center-staff", caller.id());
    }

    public static void require(Caller caller, String center) {
        if (!caller.covers("center", center) || !Feed.isOfCenter(center)) {
            throw ProblemException.notFound();
        }
    }
}
