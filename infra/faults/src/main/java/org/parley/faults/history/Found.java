package org.parley.faults.history;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Everything that can be seen of the platform once it has settled.
 *
 * @param events all domain topics ({@code parley.referrals.v1}, {@code parley.enrollment.v1},
 *     {@code parley.sessions.v1}), each partition in the order of its offsets
 * @param referrals by reference, the precinct's view; a reference that is not there is missing
 * @param feeds all inboxes, each in order
 * @param deliveries what the webhook receiver wrote down, in that order
 * @param webhookCenters the centers that had an endpoint from the start
 * @param acknowledged center → how far its inbox says it is acknowledged
 * @param worklist ids of the referrals that a coordinator is shown
 * @param logs session and micro-intervention by id, as read over HTTP
 * @param stored collection → ids, read from the stores: {@code referrals}, {@code trainings}, {@code certificates},
 *     {@code sessions}, {@code micro-interventions}
 * @param facts reporting's facts: aggregate, as {@code referral/<id>} → sequence applied
 * @param figures by day and all dimensions of the metric together; zeros left out
 * @param rebuilt the same from a second copy that read all topics from the start into an empty store
 * @param published the topic {@code parley.metrics.v1}: for every figure the value of its last revision
 * @param fallenRevisions keys of that topic whose last record is not of their highest revision
 * @param deadLetters topic, reason and coordinates of every dead letter
 * @param clockShifts by how much the clock of a copy was wrong for a while
 */
public record Found(
        List<Event> events,
        Map<String, JsonNode> referrals,
        List<FeedLine> feeds,
        List<Delivery> deliveries,
        Set<String> webhookCenters,
        Map<String, Long> acknowledged,
        Set<String> worklist,
        List<TrainingFound> trainings,
        Map<String, JsonNode> logs,
        Map<String, Set<String>> stored,
        Map<String, Long> facts,
        Map<Figure, Long> figures,
        Map<Figure, Long> rebuilt,
        Map<Figure, Long> published,
        List<String> fallenRevisions,
        List<String> deadLetters,
        Set<Duration> clockShifts) {

    /** The same with what a rebuild gave. */
    public Found withRebuilt(Map<Figure, Long> figures) {
        return new Found(
                events,
                referrals,
                feeds,
                deliveries,
                webhookCenters,
                acknowledged,
                worklist,
                trainings,
                logs,
                stored,
                facts,
                this.figures,
                figures,
                published,
                fallenRevisions,
                deadLetters,
                clockShifts);
    }
}
