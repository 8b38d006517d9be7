package org.parley.referral;

/** Why a referral did not move. Codes are part of the API: they become the problem's type. */
public enum Refusal {
    NEVER_OFFERED("not-found", "No such referral."),
    OFFER_OVER("offer-over", "The offer to this center is no longer open."),
    NOT_ACCEPTED("not-accepted", "This center has not accepted the referral."),
    OVER("referral-over", "The referral has ended.");

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
