package org.parley.referral;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.parley.referral.contacts.Party;

/** The precinct's answers to what rules mediation out. */
public record Screening(
        @NotNull Boolean arrestMade,
        @NotNull Boolean violentFelonyOrDrugs,
        @NotNull Boolean weapon,
        @NotNull Boolean orderOfProtection,
        @NotNull Boolean intimatePartner) {

    /** The first hard stop that applies. Consent is asked only where parties are given: otherwise the precinct asks them. */
    Optional<Stop> stop(List<Party> parties, LocalDate today) {
        if (arrestMade) {
            return Optional.of(Stop.ARREST_MADE);
        }
        if (violentFelonyOrDrugs) {
            return Optional.of(Stop.VIOLENT_FELONY_OR_DRUGS);
        }
        if (weapon) {
            return Optional.of(Stop.WEAPON);
        }
        if (orderOfProtection) {
            return Optional.of(Stop.ORDER_OF_PROTECTION);
        }
        if (intimatePartner) {
            return Optional.of(Stop.INTIMATE_PARTNER);
        }
        var nobody = !parties.isEmpty() && parties.stream().noneMatch(party -> party.consentsOn(today));
        return nobody ? Optional.of(Stop.NO_CONSENT) : Optional.empty();
    }
}
