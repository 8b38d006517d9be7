package org.parley.connector.nyc311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.connector.rows.BadInput;

class PrecinctsTest {

    /** 75 and 73 share the border at longitude -73.9; 75 has a hole and, apart from the rest, an island. */
    static final String NEIGHBOURS = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"precinct":75},"geometry":{"type":"MultiPolygon","coordinates":[
                [[[-73.9,40.6],[-73.8,40.6],[-73.8,40.7],[-73.9,40.7],[-73.9,40.6]],
                 [[-73.86,40.64],[-73.84,40.64],[-73.84,40.66],[-73.86,40.66],[-73.86,40.64]]],
                [[[-73.7,40.5],[-73.6,40.5],[-73.6,40.55],[-73.7,40.55],[-73.7,40.5]]]]}},
              {"type":"Feature","properties":{"precinct":"73"},"geometry":{"type":"Polygon","coordinates":[
                [[-74.0,40.6],[-73.9,40.6],[-73.9,40.7],[-74.0,40.7],[-74.0,40.6]]]}}]}
            """;

    @TempDir
    Path folder;

    @Test
    void findsTheAreaAPointLiesIn() throws IOException {
        var precincts = precincts(NEIGHBOURS);

        assertThat(precincts.at(40.65, -73.89)).contains(75);
        assertThat(precincts.at(40.65, -73.95)).contains(73);
        assertThat(precincts.at(40.52, -73.65)).contains(75);
    }

    @Test
    void leavesOutHolesAndWhatIsOutside() throws IOException {
        var precincts = precincts(NEIGHBOURS);

        assertThat(precincts.at(40.65, -73.85)).isEmpty();
        assertThat(precincts.at(40.8, -73.85)).isEmpty();
        assertThat(precincts.at(-73.89, 40.65)).isEmpty();
    }

    @Test
    void givesASharedBorderToTheLowerNumber() throws IOException {
        var precincts = precincts(NEIGHBOURS);

        assertThat(precincts.at(40.65, -73.9)).contains(73);
        assertThat(precincts.at(40.6, -73.9)).contains(73);
    }

    @Test
    void countsAnOuterBorderAndTheEdgeOfAHoleAsInside() throws IOException {
        var precincts = precincts(NEIGHBOURS);

        assertThat(precincts.at(40.65, -73.8)).contains(75);
        assertThat(precincts.at(40.65, -73.86)).contains(75);
    }

    @Test
    void refusesWhatIsNoFileOfPrecincts() {
        assertThatThrownBy(() -> precincts("no JSON")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> precincts("{}")).isInstanceOf(BadInput.class).hasMessageContaining("no features");
        assertThatThrownBy(() -> precincts(NEIGHBOURS.replace("precinct", "beat")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("without a precinct's number");
        assertThatThrownBy(() -> precincts(NEIGHBOURS.replace("MultiPolygon", "Point")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("precinct 75 is no polygon");
        assertThatThrownBy(() -> precincts(NEIGHBOURS.replace("-73.", "98700")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("degrees");
    }

    private Precincts precincts(String geojson) throws IOException {
        return Precincts.read(Files.writeString(folder.resolve("precincts.geojson"), geojson));
    }
}
