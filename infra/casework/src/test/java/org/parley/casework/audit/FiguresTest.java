package org.parley.casework.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final String CMS = " BRONX PCT-040 cms NOISE";

    private static Figures figures(Map<String, Long> values) {
        return new Figures(new TreeMap<>(values));
    }

    @Test
    void countsAMediation() {
        assertThat(Figures.of(List.of(Given.mediated())))
                .isEqualTo(figures(Map.of(
                        "referrals-submitted" + CMS, 1L,
                        "referrals-accepted" + CMS, 1L,
                        "referrals-closed" + CMS, 1L,
                        "sessions-held" + CMS, 2L,
                        "agreements" + CMS, 1L)));
    }

    @Test
    void countsWhatWasTakenBackBeforeAnybodyTookIt() {
        var account = Given.untouched();
        account.offered(1, "imcr");
        account.withdrawn("RESOLVED");
        assertThat(Figures.of(List.of(account)))
                .isEqualTo(figures(Map.of("referrals-submitted BRONX PCT-040 - NOISE", 1L)));
    }

    @Test
    void countsNoMistake() {
        var account = Given.untouched();
        account.offered(1, "imcr");
        account.accepted(1);
        account.enteredInError("TEST");
        assertThat(Figures.of(List.of(account)).values()).isEmpty();
    }

    @Test
    void countsWhatWasGivenBackForWhoTookItAfterwards() {
        var account = Given.untouched();
        account.offered(1, "imcr");
        account.accepted(1);
        account.givenBack("NO_CAPACITY");
        account.offered(2, "cms");
        account.accepted(2);
        account.closed("NO_SHOW");
        assertThat(Figures.of(List.of(account)).values().keySet())
                .containsExactly("referrals-accepted" + CMS, "referrals-closed" + CMS, "referrals-submitted" + CMS);
    }

    @Test
    void addsToWhatWasThereBefore() {
        var before = figures(Map.of("agreements" + CMS, 4L, "agreements QUEENS PCT-103 cms DEBT", 2L));
        var now = figures(Map.of("agreements" + CMS, 5L, "agreements QUEENS PCT-103 cms DEBT", 2L));
        var one = figures(Map.of("agreements" + CMS, 1L));
        assertThat(before.plus(one).differences(now)).isEmpty();
    }

    @Test
    void findsAFigureThatIsOffAndOneThatIsTooMuch() {
        var books = Figures.of(List.of(Given.mediated()));
        var off = new TreeMap<>(books.values());
        off.merge("sessions-held" + CMS, -1L, Long::sum);
        off.put("referrals-screened-out" + CMS, 1L);
        off.remove("agreements" + CMS);
        assertThat(books.differences(new Figures(off)))
                .extracting(Difference::about, Difference::books, Difference::platform)
                .containsExactlyInAnyOrder(
                        tuple("sessions-held" + CMS, "2", "1"),
                        tuple("referrals-screened-out" + CMS, "0", "1"),
                        tuple("agreements" + CMS, "1", "0"));
    }
}
