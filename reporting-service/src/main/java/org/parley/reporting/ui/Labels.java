package org.parley.reporting.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.parley.reporting.Dimension;
import org.parley.starter.codes.CodeList;

/** What people call the codes. */
final class Labels {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.US);

    private final Map<Dimension, CodeList> lists = new EnumMap<>(Map.of(
            Dimension.BOROUGH, CodeList.of("boroughs"),
            Dimension.COMMAND, CodeList.of("commands"),
            Dimension.CENTER, CodeList.of("centers"),
            Dimension.TYPE, CodeList.of("dispute-types")));

    /** The code itself where no list has it. */
    String of(Dimension dimension, String code) {
        var list = lists.get(dimension);
        return list == null
                ? code
                : list.find(code).map(row -> row.getOrDefault("name", code)).orElse(code);
    }

    static String of(LocalDate day) {
        return DAY.format(day);
    }

    static String of(long value) {
        return String.format(Locale.US, "%,d", value);
    }
}
