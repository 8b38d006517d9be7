package org.parley.bench.delivery;

/**
 * A center and its endpoint. It alone serves a command's disputes of one type, so a referral of these is offered to it.
 *
 * @param behaviour when the bad ones take part
 */
record Hook(String center, String borough, String command, String type, Behaviour behaviour) {

    /** Any will do, but one that the receivers know, too. */
    static final String SECRET = "whsec_cGFybGV5LWJlbmNobWFyay1vZi13ZWJob29rcw==";

    boolean isFine() {
        return behaviour == Behaviour.FINE;
    }
}
