package org.parley.referral;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Participant.Agreement;
import org.parley.referral.contacts.Keyring;
import org.parley.referral.contacts.Sealed;
import org.parley.referral.contacts.SealedFile;

/**
 * Where a referral came from, and what of it must never leave this service except to those it is meant for.
 *
 * @param fingerprint keyed hash of the submission: tells a repetition from another body under the same reference
 * @param sealed the incident and the consenting parties, encrypted
 * @param rings where the keys are of all that ever was sealed
 * @param parties in the order of the submission
 */
public record Origin(
        String client,
        @Nullable String reference,
        String fingerprint,
        List<Sealed> sealed,
        List<String> rings,
        List<Participant> parties) {

    public Origin {
        sealed = List.copyOf(sealed);
        // A document from before keys had a place of their own has neither.
        rings = rings == null ? List.of() : List.copyOf(rings);
        parties = parties == null ? List.of() : List.copyOf(parties);
    }

    Origin(String client, @Nullable String reference, String fingerprint, SealedFile file, List<Participant> parties) {
        this(client, reference, fingerprint, file.sealed(), ring(file).toList(), parties);
    }

    Optional<Participant> party(int number) {
        return parties.stream().filter(party -> party.number() == number).findFirst();
    }

    /** As they were posted: what became of a consent since must not be seen by it. */
    List<Instant> consentEnds() {
        return parties.stream()
                .map(Participant::until)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    boolean anybodyAgrees() {
        return parties.stream().anyMatch(Participant::agrees);
    }

    /** The incident was put right, and sealed anew. */
    Origin withIncident(SealedFile incident) {
        var others = sealed.stream().filter(one -> !one.isIncident());
        var all = new LinkedHashSet<>(rings);
        ring(incident).forEach(all::add);
        return new Origin(
                client,
                reference,
                fingerprint,
                Stream.concat(incident.sealed().stream(), others).toList(),
                List.copyOf(all),
                parties);
    }

    Origin withoutConsentOf(Predicate<Participant> those, Agreement ended) {
        UnaryOperator<Participant> end = party -> party.agrees() && those.test(party) ? party.without(ended) : party;
        var after = parties.stream().map(end).toList();
        var still = sealed.stream()
                .filter(one ->
                        !one.isParty() || after.stream().anyMatch(party -> party.agrees() && one.isOf(party.number())))
                .toList();
        return new Origin(client, reference, fingerprint, still, rings, after);
    }

    Origin withoutContacts() {
        return new Origin(client, reference, fingerprint, List.of(), rings, parties);
    }

    private static Stream<String> ring(SealedFile file) {
        return file.ring().map(Keyring::id).stream();
    }
}
