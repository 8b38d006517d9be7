package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.session.Logs.NOW;
import static org.parley.session.Logs.mediationOfAnOfficer;
import static org.parley.session.Logs.mediationOfNypi;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionReportTest {

    @Test
    void acceptsWhatCentersAndOfficersUsuallyLog() {
        assertThat(breaches(mediationOfNypi())).isEmpty();
        assertThat(breaches(mediationOfAnOfficer())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "startedAt, 2026-12-05T00:00:00Z, /startedAt",
        "endedAt, 2026-12-05T00:00:00Z, /endedAt",
        "endedAt, 2026-12-03T22:59:59Z, /endedAt",
        "endedAt, 2026-12-03T23:00:00Z, /endedAt",
        "notHeldReason, NO_SHOW, /notHeldReason",
        "outcome, NOT_HELD, /notHeldReason",
        "sitting, 0, /sitting",
        "facilitators, 0, /facilitators",
        "parties, 1, /parties",
        "parties, 1001, /parties",
        "center,, /center"
    })
    void namesTheFieldThatBreaksARule(String field, String value, String pointer) {
        assertThat(breaches(mediationOfNypi(field, value))).contains(pointer);
    }

    @Test
    void tellsOfEveryBreachAtOnce() {
        assertThat(breaches(mediationOfNypi("parties", 0, "sitting", 0, "notHeldReason", "OTHER")))
                .containsExactlyInAnyOrder("/parties", "/sitting", "/notHeldReason");
    }

    @Test
    void takesASessionThatWasNotHeldWithItsReasonAndNobodyThere() {
        assertThat(breaches(mediationOfNypi(
                        "outcome",
                        "NOT_HELD",
                        "notHeldReason",
                        "NO_SHOW",
                        "parties",
                        0,
                        "facilitators",
                        0,
                        "endedAt",
                        "2026-12-03T23:00:00Z")))
                .isEmpty();
    }

    @Test
    void wantsAnOfficerAndNoCenterWhenOfficerLed() {
        assertThat(breaches(mediationOfAnOfficer("officers", List.of(), "center", "nypi")))
                .containsExactlyInAnyOrder("/officers", "/center");
    }

    @Test
    void allowsAClockThatIsALittleFast() {
        assertThat(breaches(mediationOfNypi("endedAt", "2026-12-04T00:44:00Z"))).isEmpty();
        assertThat(breaches(mediationOfNypi("endedAt", "2026-12-04T00:46:00Z"))).containsExactly("/endedAt");
    }

    @Test
    void isTheSameInWhateverOrderAndPrecisionItIsTold() {
        var other = UUID.fromString("00000000-0000-4000-8000-000000000001");
        var one = Logs.session(mediationOfAnOfficer("officers", List.of(Logs.OFFICER, other)));
        var same = Logs.session(mediationOfAnOfficer(
                "officers", List.of(other, Logs.OFFICER, other),
                "techniques", List.of("REFRAMING", "OPEN_QUESTION"),
                "startedAt", "2026-11-20T15:00:00.000000001Z"));
        assertThat(same).isEqualTo(one);
        assertThat(Logs.session(mediationOfAnOfficer("officers", List.of(Logs.OFFICER))))
                .isNotEqualTo(one);
    }

    private static List<String> breaches(Map<String, Object> body) {
        return Logs.session(body).breaches(NOW).stream().map(Breach::field).toList();
    }
}
