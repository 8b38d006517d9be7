package org.parley.casework.desks;

import static org.parley.casework.calls.House.REFERRAL;

import java.util.Map;
import org.parley.casework.books.Account;
import org.parley.casework.calls.Answer;
import org.parley.casework.calls.Client;
import org.parley.casework.calls.Doors;

/** What is said about a referral of one center: by itself, by the precinct, by the coordinator. */
record Concern(String center, Account account, Doors doors) {

    /** The center does something that needs no more words. */
    Answer act(String deed) {
        return act(deed, Map.of());
    }

    Answer act(String deed, Map<String, ?> body) {
        return self().post(REFERRAL, path() + "/" + deed, body);
    }

    Answer view() {
        return self().get(REFERRAL, path()).fine("the center's view");
    }

    Answer precinctsView() {
        return precinct().get(REFERRAL, referral()).fine("the precinct's view");
    }

    Answer withdraw(String reason) {
        return precinct().post(REFERRAL, referral() + "/withdraw", Map.of("reason", reason));
    }

    /** Only if nothing has happened since the precinct looked. */
    Answer withdraw(String reason, long version) {
        return precinct().post(REFERRAL, referral() + "/withdraw", Map.of("reason", reason), version);
    }

    Answer enterInError(String reason) {
        var path = "/v1/coordination/referrals/" + account.id() + "/enter-in-error";
        return doors.as(FrontDoor.COORDINATOR).post(REFERRAL, path, Map.of("reason", reason));
    }

    Client self() {
        return doors.as("center-" + center);
    }

    private Client precinct() {
        return doors.as(FrontDoor.PRECINCTS);
    }

    private String referral() {
        return "/v1/referrals/" + account.id();
    }

    private String path() {
        return "/v1/centers/" + center + "/referrals/" + account.id();
    }
}
