package org.parley.casework.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.casework.books.Account;
import tools.jackson.databind.JsonNode;

/** A sound platform agrees with the books; whatever one of both has wrong is found where it is wrong. */
class RowAuditTest {

    private static List<String> where(Account account, Seen seen) {
        return RowAudit.differences(account, seen).stream()
                .map(found -> found.where() + ": " + found.field())
                .distinct()
                .toList();
    }

    @Test
    void agreesWithASoundPlatform() {
        assertThat(RowAudit.differences(Given.mediated(), Given.seen())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource({
        "precinct, WITHDRAWN, CLOSED, the precinct's view: state",
        "precinct, PCT-041, PCT-040, the precinct's view: command",
        "precinct, WHOLE, PARTLY, the precinct's view: resolution",
        "precinct, imcr, cms, the precinct's view: center",
        "precinct, 2025-03-01T05:05:00Z, 2025-03-01T04:05:00Z, the precinct's view: occurredAt",
        "precinct, 2026-11-26T05:00:00Z, 2026-11-25T05:00:00Z, the precinct's view: scheduledFor",
        "coordinator, NO_CAPACITY, LANGUAGE, the coordinator's view: offers",
        "coordinator, EXPIRED, DECLINED, the coordinator's view: offers",
        "coordinator, NO_SHOW, MEDIATED, the coordinator's view: endReason",
        "coordinator, QUEENS, BRONX, the coordinator's view: borough",
        "coordinator, contactedNever, contactedAt, the coordinator's view: contacted",
        "history, RELEASED, CONTACTED, the history: course",
        "history, center-staff, center-system, the history: course",
        "history, NO_SHOW, MEDIATED, the history: course",
        "imcr, EXPIRED, DECLINED, imcr's view: offer",
        "cms, SCHEDULED, CLOSED, cms's view: state",
        "cms, WHOLE, PARTLY, cms's view: resolution",
        "cms, AGREEMENT_ALL, AGREEMENT_SOME, cms's view: sessions",
        "session, AGREEMENT_ALL, AGREEMENT_SOME, session-service: outcome",
        "session, imcr, cms, session-service: center",
        "session, DEBT, NOISE, session-service: type"
    })
    void findsWhatAPlatformHasWrong(String view, String wrong, String right, String where) {
        assertThat(where(Given.mediated(), spoilt(Given.seen(), view, right, wrong)))
                .containsExactly(where);
    }

    @Test
    void findsAViewThatIsMissing() {
        var seen = Given.seen();
        var none = Given.json("{}");
        assertThat(where(
                        Given.mediated(),
                        new Seen(none, seen.coordinator(), seen.history(), seen.centers(), seen.sessions())))
                .contains("the precinct's view: state", "the precinct's view: reference");
        assertThat(where(Given.mediated(), new Seen(seen.precinct(), seen.coordinator(), none, Map.of(), Map.of())))
                .contains("the history: course", "cms's view: offer", "imcr's view: offer", "session-service: id");
    }

    /** A center that was asked and did not take it must not see how it went on. */
    @Test
    void findsACenterThatSeesMoreThanItsOwn() {
        var seen = Given.seen();
        var centers = new TreeMap<>(seen.centers());
        centers.put("imcr", Given.json("{\"offer\": {\"number\": 1, \"state\": \"DECLINED\"}, \"state\": \"CLOSED\"}"));
        assertThat(where(
                        Given.mediated(),
                        new Seen(seen.precinct(), seen.coordinator(), seen.history(), centers, seen.sessions())))
                .containsExactly("imcr's view: state");
    }

    static Stream<Consumer<Account>> mistakesInTheBooks() {
        return Stream.of(
                account -> account.offered(3, "nypi"),
                account -> account.held(UUID.randomUUID(), "PROGRESS"),
                account -> account.held(UUID.randomUUID(), "NOT_HELD"),
                account -> account.scheduled(Instant.parse("2026-12-01T00:00:00Z")),
                account -> account.closed("NO_SHOW"),
                account -> account.withdrawn("RESOLVED"),
                account -> account.enteredInError("TEST"),
                account -> account.placing(1),
                account -> account.givenBack("NO_CAPACITY"),
                Account::contacted,
                account -> account.surprised("accept is answered 500"));
    }

    @ParameterizedTest
    @MethodSource("mistakesInTheBooks")
    void findsWhatTheBooksHaveWrong(Consumer<Account> mistake) {
        var account = Given.mediated();
        mistake.accept(account);
        assertThat(RowAudit.differences(account, Given.seen())).isNotEmpty();
    }

    @Test
    void findsWhatHasNotCometoItsEnd() {
        var account = Given.untouched();
        account.offered(1, "imcr");
        assertThat(where(account, Given.seen())).contains("this run: end");
    }

    @Test
    void saysBothSides() {
        var seen = spoilt(Given.seen(), "precinct", "PARTLY", "WHOLE");
        assertThat(RowAudit.differences(Given.mediated(), seen))
                .singleElement()
                .hasToString("nyc311-4711, the precinct's view, resolution: books say PARTLY, platform says WHOLE");
    }

    private static Seen spoilt(Seen seen, String view, String right, String wrong) {
        var centers = new TreeMap<>(seen.centers());
        centers.computeIfPresent(view, (_, text) -> spoilt(text, right, wrong));
        var sessions = new TreeMap<>(seen.sessions());
        if (view.equals("session")) {
            sessions.computeIfPresent(Given.SECOND, (_, text) -> spoilt(text, right, wrong));
        }
        return new Seen(
                view.equals("precinct") ? spoilt(seen.precinct(), right, wrong) : seen.precinct(),
                view.equals("coordinator") ? spoilt(seen.coordinator(), right, wrong) : seen.coordinator(),
                view.equals("history") ? spoilt(seen.history(), right, wrong) : seen.history(),
                centers,
                sessions);
    }

    private static JsonNode spoilt(JsonNode view, String right, String wrong) {
        var text = view.toString();
        assertThat(text).contains(right);
        return Given.json(text.replaceFirst(right, wrong));
    }
}
