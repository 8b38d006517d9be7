package org.parley.referral.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.referral.Answer;
import org.parley.referral.HeldSession;
import org.parley.referral.Outcome;
import org.parley.referral.ReferralManagement;
import org.parley.starter.consume.BatchHandler;
import org.parley.starter.consume.EventJson;
import org.parley.starter.consume.Received;
import org.parley.starter.consume.Refusal;
import org.parley.starter.consume.Refused;
import org.springframework.stereotype.Component;

/** Learns which referrals had a session. Sessions without a referral, and those not held, change none. */
@Component
class Sessions implements BatchHandler {

    private static final String LOGGED = "org.parley.session.logged.v1";
    private static final String AMENDED = "org.parley.session.amended.v1";
    private static final String VOIDED = "org.parley.session.voided.v1";

    private final ReferralManagement management;
    private final EventJson json;
    private final MeterRegistry meters;

    Sessions(ReferralManagement management, EventJson json, MeterRegistry meters) {
        this.management = management;
        this.json = json;
        this.meters = meters;
    }

    @Override
    public List<Refusal> handle(List<Received> records) {
        var refusals = new ArrayList<Refusal>();
        for (var record : records) {
            try {
                take(record);
            } catch (Refused e) {
                refusals.add(Refusal.of(record, e));
            }
        }
        return refusals;
    }

    private void take(Received record) {
        switch (record.type()) {
            case LOGGED ->
                session(record)
                        .filter(session -> session.lastWord() != Outcome.NOT_HELD)
                        .ifPresent(session -> tell(record, session));
            case AMENDED, VOIDED -> session(record).ifPresent(session -> tell(record, session));
            case "org.parley.micro-intervention.logged.v1",
                    "org.parley.micro-intervention.amended.v1",
                    "org.parley.micro-intervention.voided.v1" -> {
                // serves no referral
            }
            default -> throw new Refused("UNKNOWN_TYPE", "A type that is not known here");
        }
    }

    private Optional<SessionLogged.Session> session(Received record) {
        var session = json.read(record, SessionLogged.class).whole();
        return Optional.of(session).filter(held -> held.referral() != null && held.center() != null);
    }

    @SuppressWarnings("NullAway") // whole() and the filters above have looked
    private void tell(Received record, SessionLogged.Session session) {
        var held = new HeldSession(session.id(), record.sequence(), session.lastWord(), session.startedAt());
        switch (management.sessionHeld(session.referral(), session.center(), held)) {
            case Answer.Done _ -> {}
            case Answer.NotFound _ -> ignored("no-such-offer");
            case Answer.Refused(var refusal) -> ignored(refusal.code());
            case Answer.VersionMismatch _ -> throw new IllegalStateException("No version was asked for");
        }
    }

    private void ignored(String why) {
        meters.counter("parley.referral.sessions.ignored", "why", why).increment();
    }
}
