package org.parley.referral.routing;

/**
 * How much a center has to do, as far as is known: a soft count that steers and refuses nothing.
 *
 * @param open referrals it is asked for or has accepted, and that have not ended
 * @param thisWeek of those, accepted since Monday
 */
public record Load(int open, int thisWeek) {

    static final Load NONE = new Load(0, 0);

    Load andOneMore() {
        return new Load(open + 1, thisWeek);
    }
}
