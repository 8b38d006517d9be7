package org.parley.referral.audience;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Referral;
import org.parley.referral.Step;

/** What happened to a referral, earliest first, as far as its reader may know. */
public record History(List<Line> items) {

    /** What a precinct may know of: where it stood and when, never why a center or a party did something. */
    private static final Set<String> POLICE_SAFE = Set.of(
            "SUBMITTED",
            "SCREENED_OUT",
            "AMENDED",
            "OFFERED",
            "ACCEPTED",
            "SCHEDULED",
            "PUT_ON_HOLD",
            "RELEASED",
            "SESSION_HELD",
            "SESSION_VOIDED",
            "CLOSED",
            "WITHDRAWN",
            "ENTERED_IN_ERROR");

    /**
     * @param role of who did it
     * @param actor the client or user who did it, by the opaque id; null for a precinct
     * @param center the one it concerned
     */
    public record Line(
            Instant at,
            String what,
            String role,
            @Nullable String actor,
            @Nullable String center,
            @Nullable String reason) {

        static Line whole(Step step) {
            return new Line(
                    step.at(), step.what(), step.actor().role(), step.actor().id(), step.center(), step.reason());
        }

        static Line policeSafe(Step step) {
            return new Line(step.at(), step.what(), step.actor().role(), null, step.center(), null);
        }
    }

    public static History whole(Referral referral) {
        return of(referral, _ -> true);
    }

    public static History forCenter(Referral referral, String center) {
        return of(referral, step -> center.equals(step.center()));
    }

    public static History forPrecinct(Referral referral) {
        return new History(referral.history().stream()
                .filter(step -> POLICE_SAFE.contains(step.what()))
                .map(Line::policeSafe)
                .toList());
    }

    private static History of(Referral referral, Predicate<Step> visible) {
        return new History(
                referral.history().stream().filter(visible).map(Line::whole).toList());
    }
}
