package org.parley.connector.nyc311;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.parley.connector.rows.BadInput;

/** The precinct that has the largest share of a community board's area: a guess, for rows without a point. */
public final class CommunityBoards {

    private record Share(int precinct, double ofArea) {

        /** The lower number where shares are equal, so that the order of the file doesn't decide. */
        Share larger(Share other) {
            return other.ofArea > ofArea || (other.ofArea == ofArea && other.precinct < precinct) ? other : this;
        }
    }

    private final Map<String, Share> largest = new HashMap<>();

    private CommunityBoards() {}

    public static CommunityBoards none() {
        return new CommunityBoards();
    }

    public static CommunityBoards read(Path file) throws IOException {
        var boards = new CommunityBoards();
        try (var rows = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            for (var row : rows) {
                var share = new Share(
                        Integer.parseInt(row.getField("precinct").strip()),
                        Double.parseDouble(
                                row.getField("share_of_district_area").strip()));
                boards.largest.merge(row.getField("community_board").strip(), share, Share::larger);
            }
        } catch (CsvParseException | NoSuchElementException | NumberFormatException e) {
            throw new BadInput(file + ": expected CSV with the columns community_board, precinct and"
                    + " share_of_district_area: " + e.getMessage());
        }
        return boards;
    }

    Optional<Integer> precinctOf(String communityBoard) {
        return Optional.ofNullable(largest.get(communityBoard)).map(Share::precinct);
    }
}
