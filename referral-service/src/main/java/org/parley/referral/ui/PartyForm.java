package org.parley.referral.ui;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.contacts.Consent;
import org.parley.referral.contacts.Party;

/** A person as an officer enters one. */
record PartyForm(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String language,
        @Nullable String needs,
        @Nullable Boolean agrees) {

    static final PartyForm EMPTY = new PartyForm(null, null, null, null, null, null);

    public boolean isEmpty() {
        return !Boolean.TRUE.equals(agrees)
                && Stream.of(name, phone, email, language, needs).allMatch(field -> Fields.given(field) == null);
    }

    @SuppressWarnings("NullAway") // checked by validation
    Party party() {
        return new Party(
                Fields.given(name),
                Fields.given(phone),
                Fields.given(email),
                Fields.given(language),
                Fields.given(needs),
                new Consent(Boolean.TRUE.equals(agrees), "MEDIATION", null));
    }

    /** Never the person: a log line is no place for one. */
    @Override
    public String toString() {
        return "PartyForm";
    }
}
