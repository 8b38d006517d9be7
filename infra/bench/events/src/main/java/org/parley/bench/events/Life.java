package org.parley.bench.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** One referral from its submission to its end, an event at a time. */
final class Life {

    private final SplittableRandom random;
    private final City.Dispute dispute;
    private final Instant submittedAt;
    private final String id;
    private final ObjectNode referral;
    private final ArrayDeque<String> ahead = new ArrayDeque<>();
    private String state = "";
    private String center = "";
    private boolean accepted;
    private Instant now;
    private long sequence;

    Life(SplittableRandom random, City city, Instant submittedAt) {
        this.random = random;
        this.dispute = city.any(random);
        this.submittedAt = submittedAt.truncatedTo(ChronoUnit.MILLIS);
        this.now = this.submittedAt;
        this.id = uuid();
        this.referral = (ObjectNode) Golden.example(type("submitted")).path("referral");
        referral.put("id", id)
                .put("command", dispute.command())
                .put("borough", dispute.borough())
                .put("type", dispute.type())
                .put("officer", uuid())
                .put("placeId", uuid())
                .put("occurredAt", this.submittedAt.minus(7, ChronoUnit.HOURS).toString())
                .put("submittedAt", this.submittedAt.toString());
        decide();
    }

    /** Five events on average. */
    private void decide() {
        if (chance(8)) {
            ahead.add("screened-out");
            return;
        }
        ahead.addAll(List.of("submitted", "offered"));
        if (chance(15)) {
            ahead.addAll(List.of("declined", "offered"));
        }
        if (chance(10)) {
            ahead.add("withdrawn");
            return;
        }
        ahead.add("accepted");
        if (chance(15)) {
            return;
        }
        ahead.add("scheduled");
        if (chance(80)) {
            ahead.add("session-held");
        }
        ahead.add("closed");
    }

    ReferralEvent next() {
        var step = ahead.remove();
        happen(step);
        var event = Golden.example(type(step));
        event.set("referral", referral);
        var written = new ReferralEvent(id, ++sequence, type(step), now, Golden.JSON.writeValueAsBytes(event));
        now = now.plus(random.nextLong(30, 4_000), ChronoUnit.MINUTES);
        return written;
    }

    boolean isOver() {
        return ahead.isEmpty();
    }

    /** Known from what was decided, not from what was written. */
    Contribution contribution() {
        return sequence == 0
                ? Contribution.NONE
                : Contribution.of(
                        state,
                        accepted,
                        submittedAt,
                        List.of(dispute.borough(), dispute.command(), center, dispute.type()));
    }

    private void happen(String step) {
        switch (step) {
            case "submitted" -> state("SUBMITTED");
            case "screened-out" -> state("SCREENED_OUT").put("screenedOutFor", "ARREST_MADE");
            case "offered" -> offer();
            case "declined" -> {
                decideOffer("DECLINED").put("reason", "NO_CAPACITY");
                center = "";
            }
            case "accepted" -> {
                decideOffer("ACCEPTED");
                state("ACCEPTED").put("center", center).put("acceptedAt", now.toString());
                accepted = true;
            }
            case "scheduled" -> state("SCHEDULED").put("scheduledFor", later());
            case "session-held" ->
                referral.withArray("sessions")
                        .addObject()
                        .put("session", uuid())
                        .put("outcome", "AGREEMENT_ALL")
                        .put("heldAt", now.toString());
            case "closed" ->
                state("CLOSED")
                        .put("closedAt", now.toString())
                        .put("closeReason", "MEDIATED")
                        .put("resolution", "WHOLE");
            case "withdrawn" -> {
                decideOffer("WITHDRAWN");
                state("WITHDRAWN").put("withdrawnAt", now.toString());
                center = "";
            }
            default -> throw new IllegalArgumentException(step);
        }
    }

    private void offer() {
        var offers = state("OFFERED").withArray("offers");
        var number = offers.size() + 1;
        center = dispute.center();
        offers.addObject()
                .put("number", number)
                .put("center", center)
                .put("state", "PENDING")
                .put("offeredAt", now.toString())
                .put("deadline", later())
                .putNull("decidedAt")
                .putNull("reason");
    }

    private ObjectNode decideOffer(String decision) {
        var offers = referral.withArray("offers");
        return ((ObjectNode) offers.get(offers.size() - 1))
                .put("state", decision)
                .put("decidedAt", now.toString());
    }

    private ObjectNode state(String next) {
        state = next;
        return referral.put("state", next);
    }

    private String later() {
        return now.plus(7, ChronoUnit.DAYS).toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static String type(String step) {
        return "org.parley.referral." + step + ".v1";
    }
}
