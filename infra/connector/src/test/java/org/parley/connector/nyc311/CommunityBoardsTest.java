package org.parley.connector.nyc311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.connector.rows.BadInput;

class CommunityBoardsTest {

    @TempDir
    Path folder;

    @Test
    void takesThePrecinctWithTheLargestShare() throws IOException {
        var boards = boards("""
                boro_cd,community_board,precinct,share_of_district_area
                301,01 BROOKLYN,94,0.4978
                301,01 BROOKLYN,90,0.5019
                302,02 BROOKLYN,88,0.5
                302,02 BROOKLYN,84,0.5
                """);

        assertThat(boards.precinctOf("01 BROOKLYN")).contains(90);
        assertThat(boards.precinctOf("02 BROOKLYN")).contains(84);
        assertThat(boards.precinctOf("Unspecified BROOKLYN")).isEmpty();
        assertThat(CommunityBoards.none().precinctOf("01 BROOKLYN")).isEmpty();
    }

    @Test
    void refusesWhatIsNoFileOfShares() {
        assertThatThrownBy(() -> boards("board,precinct\n01 BROOKLYN,90\n")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> boards("community_board,precinct,share_of_district_area\n01 BROOKLYN,90th,1\n"))
                .isInstanceOf(BadInput.class);
    }

    private CommunityBoards boards(String csv) throws IOException {
        return CommunityBoards.read(Files.writeString(folder.resolve("boards.csv"), csv));
    }
}
