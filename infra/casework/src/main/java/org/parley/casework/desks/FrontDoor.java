package org.parley.casework.desks;

import static org.parley.casework.calls.House.REFERRAL;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.casework.books.Account;
import org.parley.casework.books.Books;
import org.parley.casework.books.Repeat;
import org.parley.casework.books.Row;
import org.parley.casework.calls.Answer;
import org.parley.casework.calls.Client;
import org.parley.casework.calls.Doors;
import org.parley.connector.rows.Codes;
import org.parley.connector.rows.Referral;
import tools.jackson.databind.JsonNode;

/** Posts the rows of the file as the precincts' system does, many at once, and opens an account for each. */
public final class FrontDoor {

    static final String PRECINCTS = "connector";
    static final String COORDINATOR = "coordinator";
    private static final String SCREENED_OUT = "SCREENED_OUT";

    private final Client client;
    private final Books books;
    private final Map<String, String> boroughs = Codes.of("commands", "borough");
    private final Instant begin = Instant.now();

    public FrontDoor(Doors doors, Books books) {
        this.client = doors.as(PRECINCTS);
        this.books = books;
    }

    public void post(List<Referral> rows) {
        var answer = client.post(REFERRAL, "/v1/referrals:batch", Map.of("items", rows))
                .fine("posting a batch");
        for (var place = 0; place < rows.size(); place++) {
            book(rows.get(place), answer.body().path("items").path(place), answer);
        }
    }

    private void book(Referral sent, JsonNode item, Answer answer) {
        var status = item.path("status").asInt();
        var referral = item.path("referral");
        if (status >= 300) {
            books.refused(sent.reference(), Answer.problem(status, item.path("problem")));
            return;
        }
        var id = UUID.fromString(referral.path("id").asString());
        var state = referral.path("state").asString("");
        if (status == 201 || isOurs(answer, referral)) {
            if (state.equals(SCREENED_OUT)) {
                books.screenedOut();
            } else {
                books.open(new Account(row(sent), id));
            }
        } else {
            books.repeated(new Repeat(
                    sent.reference(), id, state, referral.path("version").asLong()));
        }
    }

    /** There already, because an attempt of this very batch had arrived without an answer. */
    private boolean isOurs(Answer answer, JsonNode referral) {
        return answer.again()
                && !Instant.parse(referral.path("submittedAt").asString()).isBefore(begin);
    }

    private Row row(Referral sent) {
        return new Row(
                sent.reference(),
                sent.command(),
                boroughs.getOrDefault(sent.command(), ""),
                sent.type(),
                sent.occurredAt());
    }
}
