package org.parley.referral;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Transition.Moved;
import org.parley.referral.contacts.Incident;
import org.parley.referral.contacts.Sealed;
import org.parley.referral.contacts.Vault;
import org.parley.referral.routing.Router;
import org.parley.starter.codes.CodeList;
import org.springframework.stereotype.Component;

/** Makes a referral of a submission: screened, its people sealed, offered to the first center. Reads and writes nothing. */
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

    Moved admit(UUID id, Posted posted, @Nullable UUID placeId, Occasion by) {
        var submission = posted.submission();
        var now = by.now();
        var dispute = dispute(posted, placeId, now);
        var today = now.atZone(CITY).toLocalDate();
        var stop = submission.screening().stop(submission.parties(), today);
        if (stop.isPresent()) {
            return Referral.screenedOut(dispute, origin(posted, List.of()), stop.get(), by);
        }
        var first = router.next(dispute.matter(), Set.of());
        return Referral.submitted(dispute, origin(posted, sealed(id, posted, now)), first, by);
    }

    boolean isRepeated(Referral known, Submission again) {
        return known.origin().fingerprint().equals(fingerprints.of(again));
    }

    /** What a referral is about once its precinct has put it right. */
    Amended amend(UUID id, Referral referral, Amendment amendment, @Nullable UUID placeId) {
        var sealed = referral.origin().sealed();
        var known = vault.incident(id, sealed).orElseGet(() -> new Incident(null, null));
        var incident = amendment.incident(known);
        var dispute = amendment.dispute(referral.dispute(), placeId);
        if (incident.equals(known)) {
            return new Amended(dispute, referral.origin());
        }
        var others = sealed.stream().filter(one -> !vault.isIncident(one));
        var again = Stream.concat(Stream.of(vault.seal(id, incident)), others).toList();
        return new Amended(dispute, referral.origin().with(again));
    }

    record Amended(Dispute dispute, Origin origin) {}

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

    private Origin origin(Posted posted, List<Sealed> sealed) {
        var submission = posted.submission();
        return new Origin(posted.client(), submission.reference(), fingerprints.of(submission), sealed);
    }

    /** A party that does not consent is counted and otherwise forgotten. */
    private List<Sealed> sealed(UUID id, Posted posted, Instant now) {
        var submission = posted.submission();
        var today = now.atZone(CITY).toLocalDate();
        var sealed = new ArrayList<Sealed>();
        if (submission.address() != null || submission.incidentNumber() != null) {
            sealed.add(vault.seal(id, new Incident(submission.address(), submission.incidentNumber())));
        }
        for (var index = 0; index < submission.parties().size(); index++) {
            var party = submission.parties().get(index);
            if (party.consentsOn(today)) {
                sealed.add(vault.seal(id, index, party));
            }
        }
        return sealed;
    }
}
