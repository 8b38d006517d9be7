package org.parley.casework.plan;

import java.util.ArrayList;
import java.util.List;
import org.parley.casework.plan.Course.Sitting;

/** Decides for everybody. */
public record Plan(long seed) {

    /** From this offer of a referral on every center takes it, so that each comes to an end. */
    private static final int TAKEN_BY_NOW = 4;

    private static final List<String> DECLINES =
            List.of("NO_CAPACITY", "NO_CAPACITY", "LANGUAGE", "SERVICE_NOT_PROVIDED", "CONFLICT_OF_INTEREST", "UNSAFE");
    private static final List<String> CLOSES = List.of(
            "RESOLVED_BEFORE_SESSION",
            "RESOLVED_BEFORE_SESSION",
            "COACHING_ONLY",
            "REFERRED_ELSEWHERE",
            "COULD_NOT_CONTACT",
            "COULD_NOT_CONTACT",
            "PARTY_DECLINED",
            "PARTY_DECLINED",
            "NO_SHOW");
    private static final List<String> FINAL =
            List.of("AGREEMENT_ALL", "AGREEMENT_ALL", "AGREEMENT_MOST", "AGREEMENT_SOME", "NO_AGREEMENT");
    private static final List<String> NOT_HELD = List.of("NO_SHOW", "RESCHEDULED", "PARTY_DECLINED");
    private static final List<String> HOLDS =
            List.of("PARTY_UNAVAILABLE", "AWAITING_INFORMATION", "COURT_DATE_PENDING");
    private static final List<String> GIVEN_BACK = List.of("NO_CAPACITY", "LANGUAGE", "SERVICE_NOT_PROVIDED");
    private static final List<String> TAKEN_BACK = List.of("RESOLVED", "NO_LONGER_WANTED", "ARREST_MADE", "SAFETY");
    private static final List<String> MISTAKES = List.of("DUPLICATE", "WRONG_COMMAND", "NOT_A_DISPUTE", "TEST");

    /** @param offer which of this referral's offers it is, from 1 */
    public Decision decide(String reference, String center, Temperament temperament, int offer) {
        var chance = new Chance(seed, "offer", reference, center, offer);
        if (offer >= TAKEN_BY_NOW) {
            return new Decision.Accepts(course(chance, false));
        }
        var luck = chance.percent();
        if (luck < temperament.declines()) {
            return new Decision.Declines(chance.of(DECLINES));
        }
        if (luck < temperament.declines() + temperament.lapses()) {
            return new Decision.Lapses(chance.of(DECLINES));
        }
        if (chance.in(2)) {
            return new Decision.TakenBack(chance.of(TAKEN_BACK));
        }
        return new Decision.Accepts(course(chance, true));
    }

    /**
     * The center that a coordinator asks: rather one that was asked before and can be talked round.
     *
     * @param asked the last one asked
     */
    public String place(String reference, String asked, List<String> centers, int offersBefore) {
        var chance = new Chance(seed, "place", reference, offersBefore);
        return chance.in(60) ? asked : chance.of(centers);
    }

    private static Course course(Chance chance, boolean mayGiveBack) {
        var luck = chance.percent();
        if (luck < 50) {
            return mediation(chance, luck < 6);
        }
        if (luck < 86) {
            var reason = chance.of(CLOSES);
            return new Course.Closing(!reason.equals("COULD_NOT_CONTACT"), reason);
        }
        if (luck < 93 && mayGiveBack) {
            return new Course.GivenBack(chance.of(GIVEN_BACK));
        }
        if (luck < 98) {
            return new Course.TakenBack(chance.of(TAKEN_BACK));
        }
        return new Course.Mistake(chance.of(MISTAKES));
    }

    private static Course mediation(Chance chance, boolean held) {
        var sittings = new ArrayList<Sitting>();
        if (chance.in(20)) {
            var took = chance.in(60);
            sittings.add(sitting(chance, 1, took ? "PROGRESS" : "NOT_HELD"));
        }
        sittings.add(sitting(chance, sittings.size() + 1, chance.of(FINAL)));
        return new Course.Mediation(held ? chance.of(HOLDS) : null, sittings);
    }

    private static Sitting sitting(Chance chance, int number, String outcome) {
        return new Sitting(
                chance.id("sitting-" + number),
                outcome,
                outcome.equals("NOT_HELD") ? chance.of(NOT_HELD) : null,
                chance.between(2, 4),
                chance.between(40, 140));
    }
}
