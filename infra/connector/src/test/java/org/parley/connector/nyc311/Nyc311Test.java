package org.parley.connector.nyc311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.connector.rows.BadInput;
import org.parley.connector.rows.Referral;
import org.parley.connector.rows.Row;
import org.parley.connector.rows.Row.Reason;

class Nyc311Test {

    private static final String HEADER = "unique_key,created_date,agency,complaint_type,incident_zip,incident_address,"
            + "intersection_street_1,intersection_street_2,city,community_board,borough,x_coordinate_state_plane,"
            + "latitude,longitude";
    private static final String IN_75 =
            "7,5/6/18 14:22,NYPD,Noise - Park,11208,100  EXAMPLE AVENUE,,,BROOKLYN,05 BROOKLYN,BROOKLYN,,40.65,-73.89";

    @TempDir
    Path folder;

    private Nyc311 nyc311;

    @BeforeEach
    void knowsTwoPrecincts() throws IOException {
        var areas = Files.writeString(folder.resolve("areas.geojson"), PrecinctsTest.NEIGHBOURS);
        var shares = Files.writeString(
                folder.resolve("shares.csv"), "community_board,precinct,share_of_district_area\n16 BROOKLYN,73,0.99\n");
        nyc311 = new Nyc311(TypeMapping.shipped(), Precincts.read(areas), CommunityBoards.read(shares));
    }

    @Test
    void makesAReferralThatNamesNoParty() throws IOException {
        assertThat(only(IN_75))
                .isEqualTo(new Row.Eligible(
                        2,
                        "7",
                        Referral.ofUnknownParties(
                                "nyc311-7",
                                "PCT-075",
                                "NOISE",
                                Instant.parse("2018-05-06T18:22:00Z"),
                                new Referral.Address("100 EXAMPLE AVENUE", "BROOKLYN", "11208"))));
    }

    @Test
    void trustsThePointBeforeBoroughAndBoard() throws IOException {
        assertThat(command(IN_75.replace("05 BROOKLYN,BROOKLYN", "16 BROOKLYN,MANHATTAN")))
                .isEqualTo("PCT-075");
    }

    @Test
    void fallsBackToTheBoardOnlyWithoutAPoint() throws IOException {
        assertThat(command(IN_75.replace("05 BROOKLYN", "16 BROOKLYN").replace("40.65,-73.89", ",")))
                .isEqualTo("PCT-073");
        assertThat(command(IN_75.replace("05 BROOKLYN", "16 BROOKLYN").replace("40.65,-73.89", "40.65,")))
                .isEqualTo("PCT-073");
        assertThat(leftOut(IN_75.replace("05 BROOKLYN", "16 BROOKLYN").replace("40.65", "41.65")))
                .isEqualTo(new Row.LeftOut(2, "7", Reason.NO_COMMAND, "its point lies in no precinct"));
        assertThat(leftOut(IN_75.replace("40.65,-73.89", ","))).matches(row -> row.reason() == Reason.NO_COMMAND);
    }

    @Test
    void readsPastThousandsCommas() throws IOException {
        assertThat(command(IN_75.replace(",,40.65", ",\"1,012,345\",40.65"))).isEqualTo("PCT-075");
    }

    @Test
    void givesTheCrossingWhereThereIsNoAddress() throws IOException {
        var crossing = IN_75.replace("100  EXAMPLE AVENUE,,", " ,5 AVENUE,EAST  9 STREET");

        assertThat(referral(crossing).address())
                .isEqualTo(new Referral.Address("5 AVENUE & EAST 9 STREET", "BROOKLYN", "11208"));
        assertThat(referral(IN_75.replace("100  EXAMPLE AVENUE", "")).address()).isNull();
        assertThat(referral(IN_75.replace("11208", "N/A").replace("BROOKLYN,05", ",05"))
                        .address())
                .isEqualTo(new Referral.Address("100 EXAMPLE AVENUE", null, null));
    }

    @Test
    void leavesOutWhatIsNotTheirs() throws IOException {
        assertThat(leftOut(IN_75.replace("NYPD", "DEP")))
                .isEqualTo(new Row.LeftOut(2, "7", Reason.OTHER_AGENCY, "DEP"));
        assertThat(leftOut(IN_75.replace("Noise - Park", "Drug Activity")))
                .isEqualTo(new Row.LeftOut(2, "7", Reason.NOT_A_DISPUTE, "Drug Activity"));
        assertThat(leftOut(IN_75.replace("NYPD", "DEP").replace("5/6/18", "soon")))
                .matches(row -> row.reason() == Reason.OTHER_AGENCY);
    }

    @Test
    void leavesOutWhatItCannotReadWithoutRepeatingIt() throws IOException {
        assertThat(leftOut(IN_75.replace("5/6/18 14:22", "JANE DOE")))
                .isEqualTo(
                        new Row.LeftOut(2, "7", Reason.UNREADABLE, "created_date is in none of the three known forms"));
        assertThat(leftOut(IN_75.replace("40.65", "north")))
                .isEqualTo(new Row.LeftOut(2, "7", Reason.UNREADABLE, "latitude is no number of degrees"));
        assertThat(leftOut(IN_75.replace("-73.89", "NaN")))
                .isEqualTo(new Row.LeftOut(2, "7", Reason.UNREADABLE, "longitude is no number of degrees"));
        assertThat(leftOut(IN_75.replace("7,5/6", "JANE DOE,5/6")))
                .isEqualTo(new Row.LeftOut(2, "", Reason.UNREADABLE, "unique_key is no key"));
        assertThat(leftOut("7,5/6/18"))
                .isEqualTo(new Row.LeftOut(2, "", Reason.UNREADABLE, "2 fields where the header has 14"));
    }

    @Test
    void goesOnAfterARowItCannotRead() throws IOException {
        assertThat(rows("\"7", IN_75, "8,,", IN_75))
                .extracting(Row::line, Row::getClass)
                .containsExactly(
                        tuple(2L, Row.LeftOut.class),
                        tuple(3L, Row.Eligible.class),
                        tuple(4L, Row.LeftOut.class),
                        tuple(5L, Row.Eligible.class));
    }

    @Test
    void knowsTheHeadingsOfTheCitysOwnExport() throws IOException {
        var file = Files.writeString(
                folder.resolve("export.csv"),
                "Unique Key,Created Date,Agency,Complaint Type,Latitude,Longitude\n"
                        + "7,05/06/2018 02:22:00 PM,NYPD,Illegal Parking,40.65,-73.89\n");

        assertThat(read(file)).singleElement().isInstanceOf(Row.Eligible.class);
    }

    @Test
    void saysWhichColumnsAreMissing() throws IOException {
        var file = Files.writeString(folder.resolve("other.csv"), "unique_key,agency,latitude,longitude\n");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("complaint_type, created_date");
        assertThatThrownBy(() -> read(Files.writeString(folder.resolve("empty.csv"), "")))
                .isInstanceOf(BadInput.class);
    }

    private String command(String line) throws IOException {
        return referral(line).command();
    }

    private Referral referral(String line) throws IOException {
        return ((Row.Eligible) only(line)).referral();
    }

    private Row.LeftOut leftOut(String line) throws IOException {
        return (Row.LeftOut) only(line);
    }

    private Row only(String line) throws IOException {
        return rows(line).getFirst();
    }

    private List<Row> rows(String... lines) throws IOException {
        return read(Files.writeString(folder.resolve("rows.csv"), HEADER + "\n" + String.join("\n", lines) + "\n"));
    }

    private List<Row> read(Path file) throws IOException {
        var rows = new ArrayList<Row>();
        nyc311.read(file, rows::add);
        return rows;
    }
}
