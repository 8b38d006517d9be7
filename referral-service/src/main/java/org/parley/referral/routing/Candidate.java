package org.parley.referral.routing;

import java.util.List;

/**
 * A center as routing sees it for one dispute.
 *
 * @param eligible whether it may be asked at all
 * @param reasons each rule and what it said, in the order in which the rules decide
 */
public record Candidate(Center center, boolean eligible, List<String> reasons) {

    public Candidate {
        reasons = List.copyOf(reasons);
    }
}
