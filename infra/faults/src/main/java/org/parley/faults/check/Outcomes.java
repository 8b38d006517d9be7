package org.parley.faults.check;

/** What the outcome of a session means for the referral it serves. */
final class Outcomes {

    private Outcomes() {}

    static boolean isHeld(String outcome) {
        return !outcome.equals("NOT_HELD");
    }

    static boolean isAgreement(String outcome) {
        return outcome.startsWith("AGREEMENT_");
    }

    /** Ends the referral. */
    static boolean isFinal(String outcome) {
        return isAgreement(outcome) || outcome.equals("NO_AGREEMENT");
    }

    /** How much of the dispute is resolved; empty while the mediation goes on. */
    static String resolution(String outcome) {
        return switch (outcome) {
            case "AGREEMENT_ALL" -> "WHOLE";
            case "AGREEMENT_MOST", "AGREEMENT_SOME" -> "PARTLY";
            case "NO_AGREEMENT" -> "NOT";
            default -> "";
        };
    }
}
