package org.parley.session;

/** How a session stands to the referral that it says it serves. */
public enum ReferralMatch {
    /** It names none. */
    NONE,
    /** The referral, or its center, is not known here yet. */
    PENDING,
    MATCHED,
    /** The referral is another command's, or another center has it. */
    MISMATCHED;

    /** Whether what is heard of the referral later may still change it. */
    boolean isOpen() {
        return this == PENDING || this == MISMATCHED;
    }
}
