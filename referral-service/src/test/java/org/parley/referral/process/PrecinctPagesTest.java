package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.referral.Actor;
import org.parley.referral.ContactVia;
import org.parley.referral.Referral;
import org.parley.referral.ReferralManagement;
import org.parley.referral.Urgency;
import org.parley.referral.ui.Login;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Officers refer disputes on their phones, and see what comes of them. */
@ReferralService
class PrecinctPagesTest {

    private static final UUID OFFICER = UUID.fromString("0197a1b2-0000-7000-8000-000000000077");
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final ZoneId CITY = ZoneId.of("America/New_York");

    @LocalServerPort
    private int port;

    @Autowired
    private ReferralManagement management;

    @Autowired
    private WebApplicationContext context;

    private Visitor officer;

    @BeforeEach
    void anOfficerOnAPhone() {
        officer = Visitor.of(context, Login.officer(OFFICER, "PCT-075"));
    }

    private static String ago(int hours) {
        return LocalDateTime.now(CITY)
                .minusHours(hours)
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    private static Map<String, Object> first(String form, String type, Object applies) {
        return Map.of("form", form, "at", ago(0), "command", "PCT-075", "type", type, "applies", applies);
    }

    private static Map<String, Object> details(String form, Map<String, ?> more) {
        var fields = new HashMap<String, Object>(Map.of(
                "form",
                form,
                "at",
                ago(3),
                "command",
                "PCT-075",
                "type",
                "NEIGHBOR",
                "line",
                "9 CANARY STREET",
                "zip",
                "11208",
                "language",
                "en"));
        fields.putAll(more);
        return fields;
    }

    private static Map<String, Object> person(int place, String name) {
        var key = "parties[" + place + "].";
        return Map.of(key + "name", name, key + "phone", "718 555 0142", key + "agrees", "true");
    }

    private static String number(String page) {
        var form = FORM.matcher(page);
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    private UUID isSent(MvcTestResult answer) {
        assertThat(answer).hasStatus(302);
        var where = answer.getResponse().getRedirectedUrl();
        assertThat(where).startsWith("/precinct/referrals/").endsWith("?sent");
        return UUID.fromString(where.substring("/precinct/referrals/".length(), where.indexOf('?')));
    }

    private String isRefused(MvcTestResult answer, int status, String... words) {
        assertThat(answer).hasStatus(status);
        return assertThat(Visitor.text(answer)).contains(words).actual();
    }

    private Referral referral(UUID id) {
        return management.find(id).orElseThrow().referral();
    }

    /** How many there are, of all tests. */
    private long referrals() {
        return Precinct.of(port, "PCT-075").lists("limit=200").size();
    }

    private static String page(UUID id) {
        return "/precinct/referrals/" + id;
    }

    @Test
    void aDisputeIsReferredInTwoStepsAndItsPeopleAreForItsCenterAlone() {
        var before = referrals();
        var opened = officer.sees("/precinct/new");
        assertThat(opened).contains("Weapon", "None of these", "Neighbors").doesNotContain("Phone", "parties[");
        var form = number(opened);

        var asked = officer.sends("/precinct/new", first(form, "NEIGHBOR", "NONE"));
        assertThat(asked).hasStatusOk();
        assertThat(Visitor.text(asked)).contains("parties[0].name", "Step 2", "value=\"" + form + "\"");
        assertThat(referrals()).as("nothing is stored yet").isEqualTo(before);

        var fields = details(form, person(0, "Canary One"));
        fields.putAll(person(1, "Canary Two"));
        var id = isSent(officer.sends("/precinct/referrals", fields));

        var referral = referral(id);
        assertThat(referral.dispute().contactVia()).isEqualTo(ContactVia.PARTIES);
        assertThat(referral.dispute().urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(referral.dispute().officer()).isEqualTo(OFFICER);
        assertThat(referral.history().getFirst().actor()).isEqualTo(new Actor("officer", OFFICER.toString()));

        var nypi = Center.of(port, "nypi");
        await().untilAsserted(() -> assertThat(nypi.hasBeenTold(id)).contains("OFFER"));
        nypi.accepts(id).is(200);
        assertThat(Visitor.of(context, Login.staffOf("nypi")).sees("/center/referrals/" + id))
                .contains("Canary One", "Canary Two", "+17185550142", "9 CANARY STREET");
        assertThat(officer.sees(page(id)) + officer.sees("/precinct"))
                .contains("New York Peace Institute has taken it", page(id))
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("555 0142", "5550142");
    }

    @ParameterizedTest
    @CsvSource({
        "ARREST_MADE, Arrest made",
        "VIOLENT_FELONY_OR_DRUGS, Violent felony",
        "WEAPON, Weapon",
        "ORDER_OF_PROTECTION, Order of protection",
        "INTIMATE_PARTNER, Intimate-partner"
    })
    void whatIsStoppedIsCountedAndNobodyIsAskedFor(String stop, String words) {
        var id = isSent(officer.sends("/precinct/new", first(number(officer.sees("/precinct/new")), "FAMILY", stop)));
        assertThat(referral(id).state()).isEqualTo(Referral.State.SCREENED_OUT);
        assertThat(officer.sees(page(id)))
                .contains("Not for mediation: " + words, "nothing\n    about people was kept")
                .doesNotContain("Withdraw");
    }

    @Test
    void theFirstStopIsTheReasonOfSeveral() {
        var id = isSent(
                officer.sends("/precinct/new", first("several", "FAMILY", List.of("INTIMATE_PARTNER", "WEAPON"))));
        assertThat(officer.sees(page(id))).contains("Not for mediation: Weapon");
    }

    @Test
    void whoAnswersNothingOrBothIsAskedAgain() {
        var before = referrals();
        for (var applies : List.of(List.of(), List.of("NONE", "WEAPON"), List.of("RAIN"))) {
            isRefused(
                    officer.sends("/precinct/new", first("again", "NOISE", applies)),
                    422,
                    "Tick what applies, or else",
                    "aria-describedby=\"applies-wrong\"",
                    "Step 1");
        }
        isRefused(officer.sends("/precinct/new", first("again", "", "NONE")), 422, "Choose what it is about.");
        assertThat(referrals()).isEqualTo(before);
    }

    @Test
    void aFormThatIsSentTwiceIsOneReferral() {
        var fields = details("twice", person(0, "Canary One"));
        var id = isSent(officer.sends("/precinct/referrals", fields));
        assertThat(isSent(officer.sends("/precinct/referrals", fields))).isEqualTo(id);

        fields.put("line", "10 OTHER STREET");
        isRefused(officer.sends("/precinct/referrals", fields), 409, "was sent before", "10 OTHER STREET");
        var stopped = first("twice", "FAMILY", "WEAPON");
        isRefused(officer.sends("/precinct/new", stopped), 409, "was sent before", "Step 1");
    }

    @Test
    void aMistakeIsToldBesideItsFieldAndNothingIsSent() {
        var before = referrals();
        var wrong = details(
                "wrong",
                Map.of(
                        "at", LocalDateTime.now(CITY).plusHours(2).toString(),
                        "zip", "11208-1234-5678",
                        "language", "xx",
                        "parties[1].phone", "12",
                        "parties[1].email", "nobody",
                        "parties[1].agrees", "true"));
        isRefused(
                officer.sends("/precinct/referrals", wrong),
                422,
                "id=\"at-wrong\"",
                "still to come",
                "id=\"zip-wrong\"",
                "too long: 10",
                "id=\"language-wrong\"",
                "id=\"parties[1].name-wrong\"",
                "Enter the name",
                "id=\"parties[1].phone-wrong\"",
                "Nobody can dial this",
                "id=\"parties[1].email-wrong\"",
                "no e-mail address",
                "value=\"9 CANARY STREET\"");
        isRefused(
                officer.sends("/precinct/referrals", details("wrong", Map.of("at", "yesterday"))),
                422,
                "Enter the day and the time");
        assertThat(officer.sends("/precinct/referrals", details("no such form!", Map.of())))
                .hasStatus(422);
        for (var place : List.of("20", "100000", "-1", "x")) {
            assertThat(officer.sends("/precinct/referrals", details("w", Map.of("parties[" + place + "].name", "C"))))
                    .hasStatus(422);
        }
        assertThat(referrals()).isEqualTo(before);
    }

    @Test
    void whereNobodyAgreesNobodyIsKept() {
        var fields = details("nobody", Map.of("parties[0].name", "Canary One", "parties[0].phone", "718 555 0142"));
        var id = isSent(officer.sends("/precinct/referrals", fields));
        assertThat(officer.sees(page(id))).contains("Not for mediation: No party consents");
        assertThat(referral(id).origin().sealed()).isEmpty();
    }

    @Test
    void whereNobodyIsNamedThePrecinctIsAsked() {
        var id = isSent(officer.sends("/precinct/referrals", details("via", Map.of("urgent", "true"))));
        assertThat(referral(id).dispute().contactVia()).isEqualTo(ContactVia.PRECINCT);
        assertThat(referral(id).dispute().urgency()).isEqualTo(Urgency.URGENT);
        assertThat(officer.sees(page(id))).contains("Urgent");
    }

    @Test
    void aCommandRefersNothingThatWasBeforeIt() {
        var young = Visitor.of(context, Login.officer(OFFICER, "PCT-116"));
        var fields = details("before", Map.of("command", "PCT-116", "at", "2023-05-01T10:00"));
        isRefused(young.sends("/precinct/referrals", fields), 422, "Your command was not there on that day.");
        fields.put("at", ago(1));
        isSent(young.sends("/precinct/referrals", fields));
    }

    @Test
    void aReferralIsTakenBackWithAReason() {
        var id = isSent(officer.sends("/precinct/referrals", details("back", Map.of())));
        var seen = management.find(id).orElseThrow().version();
        isRefused(
                officer.sends(page(id) + "/withdraw", Map.of("version", seen, "reason", "")), 422, "Choose a reason.");
        isRefused(
                officer.sends(page(id) + "/withdraw", Map.of("version", seen - 1, "reason", "RESOLVED")),
                409,
                "has changed since you opened it");
        assertThat(officer.sends(page(id) + "/withdraw", Map.of("version", seen, "reason", "RESOLVED")))
                .hasStatus(302)
                .hasRedirectedUrl(page(id));
        assertThat(officer.sees(page(id))).contains("Withdrawn").doesNotContain("Take it back");
        isRefused(
                officer.sends(page(id) + "/mistake", Map.of("version", seen + 1, "reason", "TEST")),
                409,
                "The referral has ended.");

        var other = isSent(officer.sends("/precinct/referrals", details("back-2", Map.of())));
        var version = management.find(other).orElseThrow().version();
        assertThat(officer.sends(page(other) + "/mistake", Map.of("version", version, "reason", "TEST")))
                .hasStatus(302);
        assertThat(referral(other).state()).isEqualTo(Referral.State.ENTERED_IN_ERROR);
    }

    @Test
    void theListIsOfTheWholeCommandOrOfTheOfficerAlone() {
        var mine = isSent(officer.sends("/precinct/referrals", details("mine", Map.of())));
        var theirs = Precinct.of(port, "PCT-075")
                .posts(Precinct.noise("theirs"))
                .is(201)
                .id();
        await().untilAsserted(() ->
                assertThat(officer.sees("/precinct")).contains(page(mine), page(theirs), "Show only mine"));
        assertThat(officer.sees("/precinct?mine=true")).contains(page(mine)).doesNotContain(page(theirs));
        assertThat(Visitor.of(context, Login.commanderOf("PCT-075")).sees("/precinct"))
                .contains(page(mine), page(theirs))
                .doesNotContain("only mine");
    }

    @Test
    void anotherCommandsReferralIsNotThere() {
        var id = isSent(officer.sends("/precinct/referrals", details("foreign", Map.of())));
        var before = management.find(id);
        var stranger = Visitor.of(context, Login.commanderOf("PCT-073"));
        assertThat(stranger.asks(page(id))).hasStatus(404);
        for (var action : List.of("withdraw", "mistake", "burn")) {
            var fields = Map.of("version", before.orElseThrow().version(), "reason", "DUPLICATE");
            assertThat(stranger.sends(page(id) + "/" + action, fields)).hasStatus(404);
        }
        assertThat(management.find(id)).isEqualTo(before);
        assertThat(stranger.asks("/precinct?command=PCT-075")).hasStatus(404);
        assertThat(stranger.asks("/precinct/new?command=PCT-075")).hasStatus(404);
        assertThat(stranger.sends("/precinct/new", first("foreign-2", "NOISE", "WEAPON")))
                .hasStatus(404);
        assertThat(stranger.sends("/precinct/referrals", details("foreign-2", Map.of())))
                .hasStatus(404);
        assertThat(officer.asks(page(UUID.randomUUID()))).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/precinct", "/precinct/new"})
    void whoIsOfNoCommandHasNoPage(String path) {
        assertThat(Visitor.of(context, Login.as("officer")).asks(path)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Officer Canary"})
    void anOfficerWithoutAnOpaqueIdRefersNothing(String id) {
        var before = referrals();
        var claims = id.isEmpty()
                ? Map.<String, Object>of("command", "PCT-075")
                : Map.<String, Object>of("command", "PCT-075", "officer", id);
        var nameless = Visitor.of(context, Login.as("Officer Canary", "officer", claims));
        assertThat(nameless.sees("/precinct")).doesNotContain("only mine");
        assertThat(nameless.sends("/precinct/new", first("nameless", "FAMILY", "WEAPON")))
                .hasStatus(403);
        assertThat(nameless.sends("/precinct/referrals", details("nameless", Map.of())))
                .hasStatus(403);
        assertThat(referrals()).isEqualTo(before);
    }

    @Test
    void aFormWithoutItsTokenIsNotTaken() {
        assertThat(officer.sendsWithoutToken("/precinct/referrals", Map.of("form", "token")))
                .hasStatus(403);
        assertThat(officer.sees("/precinct/new")).contains("name=\"_csrf\"");
    }
}
