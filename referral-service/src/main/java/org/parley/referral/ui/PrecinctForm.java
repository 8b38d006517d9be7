package org.parley.referral.ui;

import org.jspecify.annotations.Nullable;

/** Why a precinct takes a referral back. */
record PrecinctForm(@Nullable Long version, @Nullable String reason) implements PageForm {

    static final PrecinctForm EMPTY = new PrecinctForm(null, null);
}
