package org.parley.referral.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final String CENTERS = """
            center,name,boroughs,commands,types,languages,weekly_capacity,days,opens,closes,zone
            first,First,BROOKLYN,,,en es,2,MONDAY,09:00,17:00,America/New_York
            second,Second,BROOKLYN,,,en,,MONDAY,09:00,17:00,America/New_York
            narrow,Narrow,BROOKLYN,PCT-076,,en,,MONDAY,09:00,17:00,America/New_York
            landlords,Landlords,BROOKLYN,,LANDLORD_TENANT,en,,MONDAY,09:00,17:00,America/New_York
            silent,Silent,BROOKLYN,,,,,MONDAY,09:00,17:00,America/New_York
            far,Far,QUEENS,,,en,,MONDAY,09:00,17:00,America/New_York
            """;

    private final Loads loads = new Loads();
    private final Router router = new Router(new Directory(CenterFile.read(new StringReader(CENTERS))), loads);

    private static Matter noise(String language) {
        return new Matter("BROOKLYN", "PCT-075", "NOISE", language);
    }

    private List<String> ranked(Matter matter) {
        return router.rank(matter, Set.of()).stream()
                .filter(Candidate::eligible)
                .map(candidate -> candidate.center().id())
                .toList();
    }

    @Test
    void asksOnlyThoseWhoServeThePlaceAndTakeTheDispute() {
        assertThat(ranked(noise("en"))).containsExactly("first", "second", "silent");
        assertThat(ranked(new Matter("BROOKLYN", "PCT-076", "LANDLORD_TENANT", "en")))
                .containsExactly("first", "second", "narrow", "landlords", "silent");
    }

    @Test
    void asksFirstWhoSpeaksTheLanguage() {
        assertThat(ranked(noise("es"))).containsExactly("first", "second", "silent");
        loads.recounted(Map.of("first", new Load(9, 1)));
        assertThat(ranked(noise("es"))).containsExactly("first", "second", "silent");
    }

    @Test
    void asksWhoHasCapacityLeftBeforeWhoHasNone() {
        loads.recounted(Map.of("first", new Load(2, 2), "second", new Load(40, 12)));
        assertThat(ranked(noise("en"))).containsExactly("second", "first", "silent");
    }

    @Test
    void asksWhoHasTheFewestOpen() {
        loads.recounted(Map.of("first", new Load(7, 0), "second", new Load(6, 0)));
        assertThat(ranked(noise("en"))).startsWith("second", "first");
        loads.offered("second");
        loads.offered("second");
        assertThat(ranked(noise("en"))).startsWith("first", "second");
    }

    @Test
    void spreadsReferralsOverCentersThatAreAlike() {
        for (var n = 0; n < 10; n++) {
            loads.offered(
                    router.next(noise("en"), Set.of()).orElseThrow().center().id());
        }
        assertThat(loads.of("first").open()).isEqualTo(5);
        assertThat(loads.of("second").open()).isEqualTo(5);
    }

    @Test
    void saysWhyThisOneAndNotTheOthers() {
        loads.recounted(Map.of("first", new Load(2, 2)));
        assertThat(router.next(noise("en"), Set.of()).orElseThrow().why())
                .containsExactly(
                        "serves BROOKLYN",
                        "takes NOISE",
                        "works in en",
                        "has not said what it can take in a week",
                        "0 open",
                        "before first: works in en, 0 of 2 free this week, 2 open",
                        "before silent: has not said whether it works in en,"
                                + " has not said what it can take in a week, 0 open");
    }

    @Test
    void saysWhatRulesACenterOut() {
        var out = router.rank(noise("en"), Set.of("second")).stream()
                .filter(candidate -> !candidate.eligible())
                .toList();
        assertThat(out)
                .extracting(candidate -> candidate.center().id() + ": " + String.join(", ", candidate.reasons()))
                .containsExactly(
                        "second: was asked before",
                        "narrow: does not serve PCT-075 in BROOKLYN",
                        "landlords: does not take NOISE",
                        "far: does not serve PCT-075 in BROOKLYN");
    }

    @Test
    void asksNobodyTwice() {
        assertThat(router.next(noise("en"), Set.of("first", "second", "silent")))
                .isEmpty();
    }
}
