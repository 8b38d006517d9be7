package org.parley.casework;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.connector.nyc311.Nyc311;
import org.parley.connector.rows.Referral;
import org.parley.connector.rows.Row;

/**
 * The file as the connector reads it.
 *
 * @param leftOut rows that are no referrals, by reason
 */
record Rows(List<Referral> referrals, SortedMap<String, Long> leftOut) {

    static Rows read(Nyc311 reader, Path file) throws IOException {
        var referrals = new ArrayList<Referral>();
        var leftOut = new TreeMap<String, Long>();
        reader.read(file, row -> {
            switch (row) {
                case Row.Eligible eligible -> referrals.add(eligible.referral());
                case Row.LeftOut out -> leftOut.merge(out.reason().word(), 1L, Long::sum);
            }
        });
        return new Rows(List.copyOf(referrals), leftOut);
    }

    long read() {
        return referrals.size()
                + leftOut.values().stream().mapToLong(Long::longValue).sum();
    }

    Set<String> commands() {
        return referrals.stream().map(Referral::command).collect(Collectors.toSet());
    }
}
