package org.parley.casework.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.parley.casework.books.Account;
import org.parley.casework.books.End;
import org.parley.casework.books.Held;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One row: what its account says against what each of the services says to each of its readers. */
final class RowAudit {

    private static final String RUN = "this run";

    private final Account account;
    private final String reference;
    private final List<Difference> found = new ArrayList<>();

    private RowAudit(Account account) {
        this.account = account;
        this.reference = account.row().reference();
    }

    static List<Difference> differences(Account account, Seen seen) {
        var audit = new RowAudit(account);
        audit.run();
        audit.precinct(seen.precinct());
        audit.coordinator(seen.coordinator());
        audit.course(seen.history());
        account.centers()
                .forEach(
                        center -> audit.center(center, seen.centers().getOrDefault(center, MissingNode.getInstance())));
        account.sessions()
                .forEach(held ->
                        audit.session(held, seen.sessions().getOrDefault(held.id(), MissingNode.getInstance())));
        return List.copyOf(audit.found);
    }

    private void run() {
        if (account.end().isEmpty()) {
            found.add(new Difference(reference, RUN, "end", account.state(), "an end state was to come"));
        }
        account.surprises().forEach(what -> found.add(new Difference(reference, RUN, "surprise", "", what)));
    }

    private void precinct(JsonNode view) {
        var row = account.row();
        var closed = account.end().filter(end -> end.state() == End.State.CLOSED);
        compare(
                "the precinct's view",
                new Sheet()
                        .with("reference", reference)
                        .with("state", account.state())
                        .with("command", row.command())
                        .with("type", row.type())
                        .with("occurredAt", row.occurredAt())
                        .with("offeredTo", account.asked().orElse(""))
                        .with("center", account.holder().orElse(""))
                        .with("scheduledFor", account.scheduledFor())
                        .with("resolution", closed.map(End::resolution).orElse(""))
                        .with("closed", closed.isPresent()),
                new Sheet()
                        .with(view, "reference", "state", "command", "type", "occurredAt", "offeredTo", "center")
                        .with(view, "scheduledFor", "resolution")
                        .with("closed", view.path("closedAt").isString()));
    }

    private void coordinator(JsonNode view) {
        var offers = StreamSupport.stream(view.path("offers").spliterator(), false)
                .map(RowAudit::offer)
                .collect(Collectors.joining(", "));
        compare(
                "the coordinator's view",
                new Sheet()
                        .with("state", account.state())
                        .with("borough", account.row().borough())
                        .with("offers", String.join(", ", account.offers()))
                        .with("center", account.holder().orElse(""))
                        .with("contacted", account.isContacted())
                        .with("endReason", account.end().map(End::reason).orElse(""))
                        .with("ended", account.end().isPresent()),
                new Sheet()
                        .with(view, "state", "borough")
                        .with("offers", offers)
                        .with(view, "center")
                        .with("contacted", view.path("contactedAt").isString())
                        .with(view, "endReason")
                        .with("ended", view.path("endedAt").isString()));
    }

    private void course(JsonNode history) {
        var steps = StreamSupport.stream(history.path("items").spliterator(), false)
                .map(step -> words(step, "what", "role", "center", "reason"))
                .collect(Collectors.joining(", "));
        compare(
                "the history",
                new Sheet().with("course", String.join(", ", account.course())),
                new Sheet().with("course", steps));
    }

    /** What a center that does not have it sees is its own offer and nothing else. */
    private void center(String center, JsonNode view) {
        var books = new Sheet().with("offer", account.lastOfferTo(center));
        if (account.holder().filter(center::equals).isPresent()) {
            books.with("state", account.state())
                    .with("endReason", account.end().map(End::reason).orElse(""))
                    .with("resolution", account.end().map(End::resolution).orElse(""))
                    .with(
                            "sessions",
                            account.sessions().stream()
                                    .filter(held -> held.center().equals(center) && held.tookPlace())
                                    .map(held -> held.id() + " " + held.outcome())
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        compare(
                center + "'s view",
                books,
                new Sheet()
                        .with("offer", words(view.path("offer"), "number", "state"))
                        .with(view, "state")
                        .with("endReason", view.path("end").path("reason").asString(""))
                        .with("resolution", view.path("end").path("resolution").asString(""))
                        .with(
                                "sessions",
                                StreamSupport.stream(view.path("sessions").spliterator(), false)
                                        .map(held -> words(held, "session", "outcome"))
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
    }

    private void session(Held held, JsonNode view) {
        compare(
                "session-service",
                new Sheet()
                        .with("id", held.id())
                        .with("outcome", held.outcome())
                        .with("center", held.center())
                        .with("command", account.row().command())
                        .with("type", account.row().type())
                        .with("referral", account.id()),
                new Sheet().with(view, "id", "outcome", "center", "command", "type", "referral"));
    }

    private void compare(String where, Sheet books, Sheet platform) {
        found.addAll(books.differences(reference, where, platform));
    }

    private static String offer(JsonNode offer) {
        return words(offer, "number", "center", "state", "reason");
    }

    private static String words(JsonNode node, String... fields) {
        return Arrays.stream(fields)
                .map(field -> node.path(field).asString(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
