package org.parley.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import org.parley.faults.history.Found;
import org.parley.faults.history.TrainingFound;

/**
 * A run with the indexes that its rules share.
 *
 * @param courses of each referral its events in order
 * @param askedReferrals ids of the referrals that clients asked for or may have
 */
record Run(
        Found found,
        Deeds deeds,
        Events events,
        Map<String, List<Step>> courses,
        Map<String, TrainingFound> trainings,
        Set<String> askedReferrals) {

    static Run of(List<Asked> history, Found found) {
        var deeds = new Deeds(history, found.clockShifts());
        var events = new Events(found.events());
        var courses = new HashMap<String, List<Step>>();
        events.of(Events.REFERRAL)
                .forEach((id, told) ->
                        courses.put(id, told.stream().map(Step::of).toList()));
        var trainings = new HashMap<String, TrainingFound>();
        found.trainings().forEach(training -> trainings.put(training.id(), training));
        return new Run(found, deeds, events, courses, trainings, askedReferrals(deeds, found));
    }

    List<Step> course(String referral) {
        return courses.getOrDefault(referral, List.of());
    }

    /** Ids in a collection of a store. */
    Set<String> stored(String collection) {
        return found.stored().getOrDefault(collection, Set.of());
    }

    /** What a client is not told, its reference tells; a deed without an answer has no id of its own. */
    private static Set<String> askedReferrals(Deeds deeds, Found found) {
        var asked = new HashSet<String>();
        for (var deed : Submissions.DEEDS) {
            deeds.possible(deed).forEach(one -> {
                var view = found.referrals().get(one.subject());
                if (view != null) {
                    asked.add(Json.text(view, "id"));
                }
            });
        }
        deeds.done(Deed.POST_REFERRAL).forEach(one -> asked.add(Json.text(one.answer(), "id")));
        return asked;
    }
}
