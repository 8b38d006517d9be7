package org.parley.referral;

/** Why a referral did not move. Codes are part of the API: they become the problem's type. */
public enum Refusal {
    NEVER_OFFERED("not-found", "No such referral."),
    OFFER_OVER("offer-over", "The offer to this center is no longer open."),
    NOT_ACCEPTED("not-accepted", "This center has not accepted the referral."),
    OVER("referral-over", "The referral has ended."),
    TAKEN("referral-taken", "A center has accepted the referral, so what it is about can't be changed any more."),
    ON_HOLD("on-hold", "The referral is on hold and has to be released first."),
    NOT_TRANSFERABLE("not-transferable", "Only an accepted referral without a planned session can be given back."),
    NO_SUCH_PARTY("no-such-party", "The referral has no party with this number."),
    STILL_OPEN("still-open", "The referral has to end first: its center needs to know who is concerned."),
    NOT_UNPLACED("not-unplaced", "Only a referral that no center is asked for can be placed by hand.");

    private final String code;
    private final String text;

    Refusal(String code, String text) {
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }
}
