package org.parley.casework.books;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the books say of one referral. Several centers write in it, never two of them about the same offer. */
public final class Account {

    private final Row row;
    private final UUID id;
    private final Offers offers = new Offers();
    private final List<Held> sessions = new ArrayList<>();
    private final List<String> surprises = new ArrayList<>();
    private final List<String> last = new ArrayList<>();
    private @Nullable Offered holder;
    private boolean contacted;
    private @Nullable Instant scheduledFor;
    private @Nullable End end;

    public Account(Row row, UUID id) {
        this.row = row;
        this.id = id;
    }

    public Row row() {
        return row;
    }

    public UUID id() {
        return id;
    }

    /** A center was told of an offer. @return whether it is the first time */
    public synchronized boolean offered(int number, String center) {
        var known = offers.add(number, center);
        known.filter(offer -> !offer.center.equals(center))
                .ifPresent(
                        offer -> surprises.add("offer " + number + " went to " + offer.center + " and to " + center));
        return known.isEmpty();
    }

    /** A coordinator is about to ask a center. */
    public synchronized void placing(int number) {
        offers.placing(number);
    }

    public synchronized void declined(int number, String reason) {
        var offer = offers.get(number);
        offer.decided(Offered.State.DECLINED, reason);
        offer.steps.add(step("DECLINED", "center-system", offer.center, reason));
    }

    /** The precinct is about to withdraw before the center answers, or has come too late for it. */
    public synchronized void takingBack(int number, boolean begins) {
        offers.get(number).takenBack = begins;
    }

    public synchronized void expired(int number) {
        var offer = offers.get(number);
        offer.decided(Offered.State.EXPIRED, "");
        offer.steps.add(step("OFFER_EXPIRED", "system", offer.center, ""));
    }

    public synchronized void accepted(int number) {
        var offer = offers.get(number);
        offer.decided(Offered.State.ACCEPTED, "");
        offer.steps.add(step("ACCEPTED", "center-system", offer.center, ""));
        holder = offer;
        contacted = false;
        scheduledFor = null;
    }

    public synchronized void contacted() {
        contacted = true;
        did("CONTACTED", "");
    }

    public synchronized void scheduled(Instant at) {
        scheduledFor = at;
        did("SCHEDULED", "");
    }

    public synchronized void putOnHold(String reason) {
        did("PUT_ON_HOLD", reason);
    }

    public synchronized void released() {
        did("RELEASED", "");
    }

    public synchronized void givenBack(String reason) {
        did("TRANSFERRED", reason);
        holder = null;
        contacted = false;
        scheduledFor = null;
    }

    public synchronized void closed(String reason) {
        did("CLOSED", reason);
        end = new End(End.State.CLOSED, reason, "");
    }

    /** The platform will hear of it by an event, unless it did not take place; a final outcome closes the referral. */
    public synchronized void held(UUID session, String outcome) {
        var by = held();
        var one = new Held(session, by.center, outcome);
        sessions.add(one);
        if (!one.tookPlace()) {
            return;
        }
        contacted = true;
        by.steps.add(step("SESSION_HELD", "system", by.center, ""));
        if (one.isFinal()) {
            by.steps.add(step("CLOSED", "system", by.center, "MEDIATED"));
            end = new End(End.State.CLOSED, "MEDIATED", one.resolution());
        }
    }

    /** By the precinct, from whichever center has it or is asked. */
    public synchronized void withdrawn(String reason) {
        takenBack(End.State.WITHDRAWN, "precinct-system", reason);
    }

    public synchronized void enteredInError(String reason) {
        takenBack(End.State.ENTERED_IN_ERROR, "coordinator", reason);
    }

    /** Something that no step of this run expects. */
    public synchronized void surprised(String what) {
        surprises.add(what);
    }

    public synchronized List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** Whether nobody has anything left to do with it. */
    public synchronized boolean isOver() {
        return end != null || !surprises.isEmpty();
    }

    public synchronized boolean isPending(int number) {
        return offers.find(number)
                .filter(offer -> offer.state == Offered.State.PENDING && !offer.takenBack)
                .isPresent();
    }

    public synchronized Optional<End> end() {
        return Optional.ofNullable(end);
    }

    /** In the words of the platform. */
    public synchronized String state() {
        if (end != null) {
            return end.state().name();
        }
        if (holder != null) {
            return scheduledFor == null ? "ACCEPTED" : "SCHEDULED";
        }
        return asked().isPresent() ? "OFFERED" : offers.isEmpty() ? "SUBMITTED" : "UNPLACED";
    }

    /** The center that has the referral or had it at its end. */
    public synchronized Optional<String> holder() {
        return Optional.ofNullable(holder).map(offer -> offer.center);
    }

    /** The center that has not answered yet. */
    public synchronized Optional<String> asked() {
        return offers.open().map(offer -> offer.center);
    }

    public synchronized boolean isContacted() {
        return contacted;
    }

    public synchronized @Nullable Instant scheduledFor() {
        return scheduledFor;
    }

    public synchronized List<Held> sessions() {
        return List.copyOf(sessions);
    }

    public synchronized Set<String> centers() {
        return offers.stream().map(offer -> offer.center).collect(Collectors.toSet());
    }

    /** All offers in order, each as {@code 1 nypi DECLINED NO_CAPACITY}. */
    public synchronized List<String> offers() {
        return offers.stream().map(Offered::inWords).toList();
    }

    /** The last offer made to a center, as {@code 1 DECLINED}. */
    public synchronized String lastOfferTo(String center) {
        return offers.lastTo(center)
                .map(offer -> offer.number + " " + offer.state)
                .orElse("");
    }

    /** Everything that happened to it in order, each as what, by whom, center, reason. */
    public synchronized List<String> course() {
        return Stream.of(Stream.of(step("SUBMITTED", "precinct-system", "", "")), offers.steps(), last.stream())
                .flatMap(steps -> steps)
                .toList();
    }

    /** What was offered to whom, and what came of it. */
    public synchronized List<Decided> decisions() {
        return offers.decisions();
    }

    /** An offer as it is counted. */
    public record Decided(String center, String state, boolean byHand) {}

    private void takenBack(End.State state, String role, String reason) {
        var open = offers.open();
        var center =
                holder != null ? holder.center : open.map(offer -> offer.center).orElse("");
        open.ifPresent(offer -> offer.decided(Offered.State.WITHDRAWN, ""));
        last.add(step(state.name(), role, center, reason));
        end = new End(state, reason, "");
    }

    private void did(String what, String reason) {
        var by = held();
        by.steps.add(step(what, "center-system", by.center, reason));
    }

    private Offered held() {
        if (holder == null) {
            throw new IllegalStateException(row.reference() + " has no center");
        }
        return holder;
    }

    static String step(String what, String role, String center, String reason) {
        return String.join(" ", what, role, center, reason).strip().replaceAll(" +", " ");
    }
}
