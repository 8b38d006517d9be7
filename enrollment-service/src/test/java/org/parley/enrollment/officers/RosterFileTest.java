package org.parley.enrollment.officers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.Violation;

class RosterFileTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-07-16");
    private static final String HEADER = "tax_number,name,rank,command,nco\n";

    @Test
    void readsColumnsInAnyOrderWithAndWithoutQuotesAndABom() {
        var lines = read("\uFEFFnco, command ,rank,name,tax_number\r\n"
                        + "true,PCT-075,SGT,\"Doe, Jane \"\"JD\"\"\",900001\r\n\r\n"
                        + "false,PSA-2,PO,Ångström,9000002\r\n")
                .lines();

        assertThat(lines)
                .extracting(RosterLine::row)
                .containsExactly(
                        new RosterRow("900001", "Doe, Jane \"JD\"", Rank.SGT, "PCT-075", true),
                        new RosterRow("9000002", "Ångström", Rank.PO, "PSA-2", false));
        assertThat(lines).extracting(RosterLine::number).containsExactly(2L, 4L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            90001,Jane,PO,PCT-075,true        | tax_number
            9000A1,Jane,PO,PCT-075,true       | tax_number
            900001,,PO,PCT-075,true           | name
            900001,"Jane\tDoe",PO,PCT-075,true | name
            900001,Jane,MAYOR,PCT-075,true    | rank
            900001,Jane,po,PCT-075,true       | rank
            900001,Jane,PO,PCT-999,true       | command
            900001,Jane,PO,PCT-075,yes        | nco
            900001,Jane,PO,PCT-075            | ''
            900001,Jane,PO,PCT-075,true,x     | ''
            """)
    void refusesALineWithItsField(String line, String field) {
        var lines =
                read(HEADER + line.strip() + "\n900002,John,PO,PCT-075,false\n").lines();

        assertThat(lines.getFirst().row()).isNull();
        assertThat(lines.getFirst().violations()).extracting(Violation::field).containsExactly(field);
        assertThat(lines.getLast().row()).isNotNull();
    }

    @Test
    void refusesACommandThatIsNotThereYet() {
        var file = (HEADER + "900001,Jane,PO,PCT-116,true\n").getBytes(UTF_8);

        assertThat(RosterFile.read(file, LocalDate.parse("2024-12-17"))
                        .lines()
                        .getFirst()
                        .row())
                .isNull();
        assertThat(RosterFile.read(file, LocalDate.parse("2024-12-18"))
                        .lines()
                        .getFirst()
                        .row())
                .isNotNull();
    }

    @Test
    void refusesTheSecondLineOfAnOfficer() {
        var lines = read(HEADER + "900001,Jane,PO,PCT-075,true\n900001,Jane,SGT,PCT-075,true\n")
                .lines();

        assertThat(lines.getFirst().row()).isNotNull();
        assertThat(lines.getLast().violations()).extracting(Violation::field).containsExactly("tax_number");
    }

    @Test
    void refusesWhatIsNoRoster() {
        for (var file :
                List.of("", "tax_number,name,rank,command\n", HEADER.strip() + ",nco\n", "x,name,rank,command,nco\n")) {
            assertRefused(file.getBytes(UTF_8), "/header");
        }
        assertRefused((HEADER + "900001,\"Jane,PO,PCT-075,true\n").getBytes(UTF_8), "");
        assertRefused((HEADER + "900001,Ångström,PO,PCT-075,true\n").getBytes(ISO_8859_1), "");
        var many = IntStream.rangeClosed(0, RosterFile.MOST_LINES)
                .mapToObj(i -> 900_000 + i + ",Jane,PO,PCT-075,true\n")
                .collect(Collectors.joining());
        assertRefused((HEADER + many).getBytes(UTF_8), "/lines");
        assertThat(read(HEADER + many.substring(many.indexOf('\n') + 1)).lines())
                .hasSize(RosterFile.MOST_LINES);
    }

    private static void assertRefused(byte[] file, String field) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RosterFile.read(file, TODAY))
                .satisfies(e ->
                        assertThat(e.violations()).extracting(Violation::field).containsExactly(field))
                .satisfies(e -> assertThat(e.toProblem().toString()).doesNotContain("Jane", "900001"));
    }

    private static RosterFile read(String file) {
        return RosterFile.read(file.getBytes(UTF_8), TODAY);
    }
}
