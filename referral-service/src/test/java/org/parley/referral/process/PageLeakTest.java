package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.referral.ui.Login;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** Every page of everybody, in every state of a referral that has a canary in each field that says who or where. */
@ReferralService
class PageLeakTest {

    private static final String[] CANARIES = {"canary", "5550142", "555-0142", "5550143", "555-0143"};

    /** What a center may say of its people, in words and in codes; no precinct learns it, nor has it as a choice. */
    private static final String[] REASONS = {
        "party declined", "PARTY_DECLINED", "no capacity", "NO_CAPACITY", "party is unavailable", "PARTY_UNAVAILABLE"
    };

    private static final UUID OFFICER = UUID.fromString("0197a1b2-0000-7000-8000-000000000078");

    private static final String SUBMISSION = """
            {"reference": "leak-pages", "command": "PCT-110", "type": "NEIGHBOR", "occurredAt": "2026-01-02T03:30:00Z",
             "address": {"line": "1 CANARY STREET", "city": "CANARYVILLE", "zip": "CANARY9"},
             "incidentNumber": "CANARY-INCIDENT", "language": "es", "contactVia": "PARTIES",
             "screening": {"arrestMade": false, "violentFelonyOrDrugs": false, "weapon": false,
             "orderOfProtection": false, "intimatePartner": false},
             "parties": [
              {"name": "Canary One", "phone": "(718) 555-0142", "email": "canary@one.example", "language": "en",
               "needs": "canary ramp", "consent": {"given": true, "purpose": "MEDIATION"}},
              {"name": "Canary Unwilling", "phone": "(718) 555-0143", "consent": {"given": false, "purpose": "MEDIATION"}}]}
            """;

    @LocalServerPort
    private int port;

    private Visitor staff;
    private Visitor otherStaff;
    private List<Visitor> police;
    private List<Visitor> coordination;

    @BeforeEach
    void everybodyIsThere(@Autowired WebApplicationContext context) {
        staff = Visitor.of(context, Login.staffOf("cms"));
        otherStaff = Visitor.of(context, Login.staffOf("nypi"));
        police = List.of(
                Visitor.of(context, Login.officer(OFFICER, "PCT-110")),
                Visitor.of(context, Login.commanderOf("PCT-110")));
        coordination =
                List.of(Visitor.of(context, Login.as("coordinator")), Visitor.of(context, Login.as("administrator")));
    }

    @Test
    void whoIsConcernedStandsOnOnePageOfTheAcceptingCenterWhileItWorksOnTheCase() {
        var id = Precinct.of(port, "PCT-110").posts(SUBMISSION).is(201).id();
        var cms = Center.of(port, "cms");
        await().untilAsserted(() -> assertThat(cms.hasBeenTold(id)).contains("OFFER"));
        nobodyIsShown(id);
        assertThat(staff.sees(page(id))).doesNotContainIgnoringCase(CANARIES);

        cms.accepts(id).is(200);
        theCenterIsShownThem(id);
        cms.schedules(id, Instant.now().plus(3, ChronoUnit.DAYS).toString()).is(200);
        theCenterIsShownThem(id);
        cms.api()
                .post(
                        "/v1/centers/cms/referrals/" + id + "/hold",
                        "{\"reason\": \"PARTY_UNAVAILABLE\", \"until\": \"%s\"}"
                                .formatted(Instant.now().plus(9, ChronoUnit.DAYS)))
                .is(200);
        theCenterIsShownThem(id);

        cms.closes(id, "PARTY_DECLINED").is(200);
        nobodyIsShown(id);
        assertThat(staff.sees(page(id))).doesNotContainIgnoringCase(CANARIES);
    }

    @Test
    void whatIsRefusedShowsNoMoreThanThePageItself() {
        var id = Precinct.of(port, "PCT-110")
                .posts(SUBMISSION.replace("leak-pages", "leak-refused"))
                .is(201)
                .id();
        var late = Map.of("version", "0", "reason", "DUPLICATE", "center", "nypi", "sure", "true");
        for (var status : List.of(409, 422)) {
            var fields = status == 409 ? late : Map.of("version", "0");
            var answers = Stream.of(
                    staff.sends(page(id) + "/decline", fields),
                    police.getFirst().sends("/precinct/referrals/" + id + "/withdraw", fields),
                    coordination.getFirst().sends("/coordination/referrals/" + id + "/enter-in-error", fields));
            answers.forEach(answer -> {
                assertThat(answer).hasStatus(status);
                assertThat(Visitor.text(answer)).doesNotContainIgnoringCase(CANARIES);
            });
        }
    }

    private static String page(UUID id) {
        return "/center/referrals/" + id;
    }

    private void theCenterIsShownThem(UUID id) {
        nobodyIsShown(id);
        assertThat(staff.sees(page(id)))
                .contains("Canary One", "5550142", "CANARY STREET", "CANARYVILLE", "CANARY9", "CANARY-INCIDENT")
                .contains("canary@one.example", "canary ramp")
                .doesNotContain("Unwilling", "555-0143", "5550143");
    }

    private void nobodyIsShown(UUID id) {
        assertThat(staff.seesAllOf("/center") + staff.sees("/center/endpoint") + staff.sees("/center/deliveries"))
                .doesNotContainIgnoringCase(CANARIES);
        assertThat(otherStaff.asks(page(id))).hasStatus(404);
        assertThat(otherStaff.seesAllOf("/center")).doesNotContainIgnoringCase(CANARIES);
        for (var one : police) {
            assertThat(one.sees("/precinct") + one.sees("/precinct/new") + one.sees("/precinct/referrals/" + id))
                    .contains(id.toString())
                    .doesNotContainIgnoringCase(CANARIES)
                    .doesNotContainIgnoringCase(REASONS);
        }
        for (var one : coordination) {
            assertThat(one.seesAllOf("/coordination")
                            + one.sees("/coordination/referrals/" + id)
                            + one.sees("/coordination/centers")
                            + one.sees("/coordination/centers/cms"))
                    .doesNotContainIgnoringCase(CANARIES);
        }
    }
}
