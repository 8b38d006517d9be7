package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.referral.routing.Center;
import org.parley.referral.routing.CenterContact;
import org.parley.referral.routing.Centers;
import org.parley.referral.routing.Directory;
import org.parley.referral.routing.OpeningHours.Hours;
import org.parley.referral.ui.Login;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The centers are kept on pages by the API's rules. */
@ReferralService
@DirtiesContext // it enters centers
class DirectoryPagesTest {

    private static final String LIST = "/coordination/centers";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Centers centers;

    @Autowired
    private Directory directory;

    private Visitor coordinator;

    @BeforeEach
    void aCoordinatorIsThere() {
        coordinator = Visitor.of(context, Login.as("coordinator"));
    }

    private Map<String, Object> good() {
        var fields = new HashMap<String, Object>();
        fields.put("version", centers.version());
        fields.put("name", "House of Peace");
        fields.put("accepting", "true");
        fields.put("boroughs", List.of("BRONX", "MANHATTAN"));
        fields.put("commands", List.of("PCT-001", "PCT-040"));
        fields.put("types", List.of("NOISE"));
        fields.put("languages", List.of("en", "es"));
        fields.put("weeklyCapacity", "12");
        fields.put("MONDAY", "9:00 - 17:00");
        fields.put("TUESDAY", "12:00-20:30");
        fields.put("SUNDAY", "");
        fields.put("zone", "America/New_York");
        fields.put("closed", "2026-12-25\r\n2027-01-01");
        fields.put("phone", "212 555 0100");
        fields.put("email", "office@peace.example");
        fields.put("website", "https://peace.example");
        return fields;
    }

    private Map<String, Object> good(String id) {
        var fields = good();
        fields.put("id", id);
        return fields;
    }

    private Map<String, Object> good(String field, Object value) {
        var fields = good();
        fields.put(field, value);
        return fields;
    }

    private Center known(String id) {
        return directory.find(id).orElseThrow();
    }

    private static void isRefused(MvcTestResult answer, int status, String... words) {
        assertThat(answer).hasStatus(status);
        assertThat(Visitor.text(answer)).contains("Nothing was").contains(words);
    }

    private void enters(String id) {
        assertThat(coordinator.sends(LIST, good(id))).hasStatus(302).hasRedirectedUrl(LIST);
    }

    @Test
    void aCenterIsEnteredWithAllThatRoutingHasToKnow() {
        assertThat(coordinator.sees(LIST)).contains("Red Hook", LIST + "/rhpp", LIST + "/new");
        assertThat(coordinator.sees(LIST + "/new")).contains("A new center", "value=\"America/New_York\"");
        enters("peace-1");

        var center = known("peace-1");
        assertThat(center.name()).isEqualTo("House of Peace");
        assertThat(center.boroughs()).containsExactlyInAnyOrder("BRONX", "MANHATTAN");
        assertThat(center.commands()).containsExactlyInAnyOrder("PCT-001", "PCT-040");
        assertThat(center.types()).containsExactly("NOISE");
        assertThat(center.languages()).containsExactlyInAnyOrder("en", "es");
        assertThat(center.weeklyCapacity()).isEqualTo(12);
        assertThat(center.accepting()).isTrue();
        assertThat(center.hours().zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(center.hours().week())
                .containsOnly(
                        Map.entry(DayOfWeek.MONDAY, new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                        Map.entry(DayOfWeek.TUESDAY, new Hours(LocalTime.of(12, 0), LocalTime.of(20, 30))));
        assertThat(center.hours().closed())
                .containsExactlyInAnyOrder(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));
        assertThat(center.contact())
                .isEqualTo(new CenterContact("212 555 0100", "office@peace.example", "https://peace.example"));
        assertThat(coordinator.sees(LIST)).contains("House of Peace", "12 referrals a week", "Bronx, Manhattan");
    }

    @Test
    void aCenterIsChangedFromWhatIsKept() {
        enters("peace-2");
        assertThat(coordinator.sees(LIST + "/peace-2"))
                .contains(
                        "value=\"House of Peace\"",
                        "value=\"09:00-17:00\"",
                        "value=\"BRONX\" checked=\"checked\"",
                        "Only some commands (2 chosen)",
                        "value=\"PCT-040\" checked=\"checked\"",
                        "2026-12-25",
                        "value=\"office@peace.example\"")
                .doesNotContain("name=\"id\"", "value=\"QUEENS\" checked");
        var fields = good("weeklyCapacity", "");
        List.of("accepting", "commands", "types", "languages", "phone", "closed")
                .forEach(fields::remove);
        assertThat(coordinator.sends(LIST + "/peace-2", fields)).hasStatus(302).hasRedirectedUrl(LIST);
        var center = known("peace-2");
        assertThat(center.accepting()).isFalse();
        assertThat(center.weeklyCapacity()).isNull();
        assertThat(center.commands()).isEmpty();
        assertThat(center.types()).isEmpty();
        assertThat(center.contact().phone()).isNull();
        assertThat(coordinator.sees(LIST)).contains("Takes none at present");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name||name|Enter a name",
                "boroughs|ATLANTIS|boroughs|Choose at least one borough",
                "commands|PCT-110|commands|110th Precinct does not lie in the boroughs it serves.",
                "commands|NOWHERE|commands|Choose from these commands",
                "types|SHOUTING|types|Choose from these disputes",
                "languages|xx|languages|Choose from these languages",
                "weeklyCapacity|0|weeklyCapacity|Enter a number from 1 to 1000",
                "weeklyCapacity|many|weeklyCapacity|Enter a whole number",
                "MONDAY|all day|MONDAY|Enter it as 09:00-17:00",
                "MONDAY|09:00-25:00|MONDAY|Enter it as 09:00-17:00",
                "TUESDAY|12:00-12:30|TUESDAY|It has to close an hour after it opens",
                "zone|America/Nowhere|zone|Enter a time zone",
                "zone||zone|Enter a time zone",
                "closed|Christmas|closed|Enter each day as 2026-12-25",
                "email|nobody|email|Enter an address such as",
                "website|ftp://peace.example|website|begins with https",
            })
    void aMistakeIsToldBesideItsFieldAndNothingIsStored(String field, String bad, String place, String words) {
        var before = centers.version();
        var answer = coordinator.sends(LIST, with("id", "peace-wrong", good(field, bad == null ? "" : bad)));
        isRefused(answer, 422, words, "id=\"" + place + "-wrong\"");
        assertThat(Visitor.text(answer)).containsPattern("aria-describedby=\"" + place + "-wrong");
        assertThat(centers.version()).isEqualTo(before);
        assertThat(directory.find("peace-wrong")).isEmpty();
    }

    private static Map<String, Object> with(String field, Object value, Map<String, Object> fields) {
        fields.put(field, value);
        return fields;
    }

    @Test
    void aCenterThatNeverOpensOrServesNothingIsNone() {
        var fields = good("peace-never");
        List.of("MONDAY", "TUESDAY", "SUNDAY", "boroughs", "commands").forEach(fields::remove);
        isRefused(
                coordinator.sends(LIST, fields),
                422,
                "Enter the hours of one day at least.",
                "Choose at least one borough.",
                "value=\"House of Peace\"",
                "value=\"es\" checked=\"checked\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "p", "coordination", "new", "command:1", "rhpp"})
    void anIdIsAWordOfItsOwn(String id) {
        isRefused(coordinator.sends(LIST, good(id)), 422, "id=\"id-wrong\"");
        assertThat(known("rhpp").name()).isEqualTo("Red Hook");
    }

    @Test
    void nobodyWritesOverWhatTheyHaveNotSeen() {
        enters("peace-3");
        var seen = good("name", "Mine");
        assertThat(coordinator.sends(LIST + "/peace-3", good("weeklyCapacity", "15")))
                .hasStatus(302);
        isRefused(
                coordinator.sends(LIST + "/peace-3", seen),
                409,
                "Somebody has changed the centers",
                "value=\"Mine\"",
                "Kept now: House of Peace",
                "Kept now: 15");
        assertThat(known("peace-3").name()).isEqualTo("House of Peace");

        seen.put("version", "of the moon");
        isRefused(coordinator.sends(LIST + "/peace-3", seen), 409, "Kept now");
        seen.put("version", centers.version());
        assertThat(coordinator.sends(LIST + "/peace-3", seen)).hasStatus(302);
        assertThat(known("peace-3").name()).isEqualTo("Mine");
        assertThat(known("peace-3").weeklyCapacity()).isEqualTo(12);
    }

    @Test
    void administratorsKeepItTooAndNobodyElse() {
        var administrator = Visitor.of(context, Login.as("administrator"));
        assertThat(administrator.sends(LIST, good("peace-4"))).hasStatus(302);
        for (var role : List.of("center-staff", "officer", "commander")) {
            var stranger = Visitor.of(context, Login.as(role));
            assertThat(stranger.asks(LIST)).hasStatus(403);
            assertThat(stranger.asks(LIST + "/peace-4")).hasStatus(403);
            assertThat(stranger.sends(LIST, good("peace-5"))).hasStatus(403);
            assertThat(stranger.sends(LIST + "/peace-4", good("name", "Mine"))).hasStatus(403);
        }
        assertThat(coordinator.sendsWithoutToken(LIST, Map.of("id", "peace-5"))).hasStatus(403);
        assertThat(directory.find("peace-5")).isEmpty();
        assertThat(known("peace-4").name()).isEqualTo("House of Peace");
    }

    @Test
    void whatIsNowhereIsNotThere() {
        assertThat(coordinator.asks(LIST + "/nobody")).hasStatus(404);
        assertThat(coordinator.sends(LIST + "/nobody", good())).hasStatus(404);
    }
}
