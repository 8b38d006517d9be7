package org.parley.referral.ui;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Referral.State;
import org.parley.referral.Urgency;
import org.parley.referral.audience.PrecinctView;
import org.parley.starter.codes.CodeList;

/**
 * A referral in a list, in words: as much of it as its reader's view has, and nobody who is concerned.
 *
 * @param due by when something has to happen; null when that is not the reader's business
 */
record CaseLine(
        String type,
        String place,
        boolean urgent,
        String state,
        @Nullable String due,
        boolean overdue,
        String submitted) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a", Locale.US).withZone(ZoneId.of("America/New_York"));

    private static final CodeList TYPES = CodeList.of("dispute-types");
    private static final CodeList COMMANDS = CodeList.of("commands");

    static CaseLine of(PrecinctView view) {
        return new CaseLine(
                name(TYPES, view.type()),
                name(COMMANDS, view.command()),
                view.urgency() == Urgency.URGENT,
                words(view.state()),
                null,
                false,
                MOMENT.format(view.submittedAt()));
    }

    private static String name(CodeList list, String code) {
        return list.find(code).map(row -> row.getOrDefault("name", code)).orElse(code);
    }

    private static String words(State state) {
        return switch (state) {
            case SUBMITTED -> "Submitted";
            case SCREENED_OUT -> "Not for mediation";
            case OFFERED -> "A center is asked";
            case ACCEPTED -> "A center has taken it";
            case SCHEDULED -> "A session is planned";
            case ON_HOLD -> "On hold";
            case UNPLACED -> "Needs a center";
            case CLOSED -> "Ended";
            case WITHDRAWN -> "Withdrawn";
            case ENTERED_IN_ERROR -> "Entered in error";
        };
    }
}
