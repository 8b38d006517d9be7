package org.parley.referral.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Screening;
import org.parley.referral.Stop;

/**
 * What is asked first, so that nobody writes down people of a case that stops here.
 *
 * @param form the form's own number: sent twice, it is one referral
 * @param at when it was opened, as a day and a time in New York
 * @param applies stops, or {@code NONE}; nothing ticked is no answer
 */
record ScreeningForm(
        @Nullable String form,
        @Nullable String at,
        @Nullable String command,
        @Nullable String type,
        @Nullable List<String> applies) {

    /** Those an officer can answer; whether people consent is asked where they are entered. */
    static final List<Stop> ASKED =
            Stream.of(Stop.values()).filter(stop -> stop != Stop.NO_CONSENT).toList();

    private static final String NONE = "NONE";

    static ScreeningForm empty(String form, String command, Instant now) {
        return new ScreeningForm(form, PageTimes.field(now), command, null, null);
    }

    public boolean isTicked(String value) {
        return applies != null && applies.contains(value);
    }

    Map<String, String> mistakes() {
        var wrong = new TreeMap<String, String>();
        if (type == null || !Words.knows("dispute-types", type)) {
            wrong.put("type", "Choose what it is about.");
        }
        var ticked = new ArrayList<>(applies == null ? List.of() : applies);
        var none = ticked.remove(NONE);
        var known = ASKED.stream().map(Enum::name).toList();
        if (none ? !ticked.isEmpty() : ticked.isEmpty() || !known.containsAll(ticked)) {
            wrong.put("applies", "Tick what applies, or else “None of these”.");
        }
        return wrong;
    }

    /** Of one without mistakes. */
    boolean isStopped() {
        return !isTicked(NONE);
    }

    /** What is asked next, of a dispute that does not stop here; sent as it is, of one that does. */
    ReferralForm details() {
        return new ReferralForm(form, at, command, type, null, null, null, null, null, null);
    }

    Screening screening() {
        return new Screening(
                isTicked(Stop.ARREST_MADE.name()),
                isTicked(Stop.VIOLENT_FELONY_OR_DRUGS.name()),
                isTicked(Stop.WEAPON.name()),
                isTicked(Stop.ORDER_OF_PROTECTION.name()),
                isTicked(Stop.INTIMATE_PARTNER.name()));
    }
}
