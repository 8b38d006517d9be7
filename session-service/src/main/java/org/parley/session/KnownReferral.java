package org.parley.session;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this service keeps of a referral that a session may serve.
 *
 * @param center the one that has accepted it and not given it back
 * @param type code of what it is about; null for one that was not heard of since this is kept
 */
public record KnownReferral(
        String state,
        String command,
        @Nullable String center,
        @Nullable String type) {

    private static final Set<String> LOOKING_FOR_A_CENTER = Set.of("SUBMITTED", "OFFERED", "UNPLACED");

    /** That a center took it may be heard of after the session that it then held. */
    ReferralMatch matchOf(SessionReport session) {
        if (!command.equals(session.command())) {
            return ReferralMatch.MISMATCHED;
        }
        return switch (session.kind()) {
            case OFFICER_LED -> ReferralMatch.MATCHED;
            case CENTER_LED -> matchOf(session.center());
        };
    }

    private ReferralMatch matchOf(@Nullable String sessionCenter) {
        if (center == null) {
            return LOOKING_FOR_A_CENTER.contains(state) ? ReferralMatch.PENDING : ReferralMatch.MISMATCHED;
        }
        return center.equals(sessionCenter) ? ReferralMatch.MATCHED : ReferralMatch.MISMATCHED;
    }
}
