package org.parley.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Transition.Moved;
import org.parley.referral.contacts.Incident;
import org.parley.referral.contacts.Keyring;
import org.parley.referral.contacts.Party;
import org.parley.referral.contacts.Sealed;
import org.parley.referral.contacts.SealedFile;
import org.parley.referral.contacts.Vault;
import org.parley.referral.routing.Router;
import org.parley.starter.codes.CodeList;
import org.springframework.stereotype.Component;

/** Makes a referral of a submission: screened, its people sealed, offered to the first center. Stores nothing but keys. */
@Component
class Admission {

    private static final ZoneId CITY = ZoneId.of("America/New_York");

    private final CodeList commands = CodeList.of("commands");
    private final Fingerprints fingerprints;
    private final Vault vault;
    private final Router router;

    Admission(Fingerprints fingerprints, Vault vault, Router router) {
        this.fingerprints = fingerprints;
        this.vault = vault;
        this.router = router;
    }

    /** @param ring the keys to its contacts, to be stored before it */
    record Admitted(Moved first, Optional<Keyring> ring) {}

    Admitted admit(UUID id, Posted posted, @Nullable UUID placeId, Occasion by) {
        var submission = posted.submission();
        var now = by.now();
        var dispute = dispute(posted, placeId, now);
        var today = now.atZone(CITY).toLocalDate();
        var stop = submission.screening().stop(submission.parties(), today);
        if (stop.isPresent()) {
            var nothing = new SealedFile(List.of(), Optional.empty());
            return new Admitted(
                    Referral.screenedOut(dispute, origin(posted, nothing, List.of()), stop.get(), by),
                    Optional.empty());
        }
        var parties = participants(submission, today);
        var file = sealed(id, submission, parties);
        var first = router.next(dispute.matter(), Set.of());
        return new Admitted(Referral.submitted(dispute, origin(posted, file, parties), first, by), file.ring());
    }

    /** To be done before what they open is stored. */
    void storeKeys(Collection<Keyring> rings) {
        vault.storeKeys(rings);
    }

    /** Of what was not stored after all. */
    void dropKeys(Collection<Keyring> rings) {
        vault.dropKeys(rings);
    }

    boolean isRepeated(Referral known, Submission again) {
        return known.origin().fingerprint().equals(fingerprints.of(again));
    }

    /** What a referral is about once its precinct has put it right. */
    Amended amend(UUID id, Referral referral, Amendment amendment, @Nullable UUID placeId) {
        var sealed =
                referral.origin().sealed().stream().filter(Sealed::isIncident).toList();
        var known = vault.open(id, sealed).incident().orElseGet(() -> new Incident(null, null));
        var incident = amendment.incident(known);
        var dispute = amendment.dispute(referral.dispute(), placeId);
        if (incident.equals(known)) {
            return new Amended(dispute, referral.origin(), Optional.empty());
        }
        var file = vault.seal(id, incident, Map.of());
        return new Amended(dispute, referral.origin().withIncident(file), file.ring());
    }

    /** @param ring the key to its incident, to be stored before it */
    record Amended(Dispute dispute, Origin origin, Optional<Keyring> ring) {}

    private Dispute dispute(Posted posted, @Nullable UUID placeId, Instant now) {
        var submission = posted.submission();
        var borough = commands.find(submission.command()).orElseThrow().get("borough");
        return new Dispute(
                submission.command(),
                java.util.Objects.requireNonNull(borough),
                submission.type(),
                submission.urgency(),
                submission.language(),
                submission.officer(),
                placeId,
                posted.channel(),
                submission.contactVia(),
                submission.parties().size(),
                submission.occurredAt(),
                now);
    }

    private Origin origin(Posted posted, SealedFile file, List<Participant> parties) {
        var submission = posted.submission();
        return new Origin(posted.client(), submission.reference(), fingerprints.of(submission), file, parties);
    }

    private static List<Participant> participants(Submission submission, LocalDate today) {
        var parties = submission.parties();
        return IntStream.range(0, parties.size())
                .mapToObj(number -> Participant.of(number, parties.get(number), today))
                .toList();
    }

    /** A party that does not consent is counted and otherwise forgotten. */
    private SealedFile sealed(UUID id, Submission submission, List<Participant> participants) {
        var known = submission.address() != null || submission.incidentNumber() != null;
        var incident = known ? new Incident(submission.address(), submission.incidentNumber()) : null;
        var parties = new HashMap<Integer, Party>();
        participants.stream()
                .filter(Participant::agrees)
                .forEach(one -> parties.put(one.number(), submission.parties().get(one.number())));
        return vault.seal(id, incident, parties);
    }
}
