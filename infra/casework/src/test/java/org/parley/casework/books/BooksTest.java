package org.parley.casework.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BooksTest {

    private final UUID id = UUID.randomUUID();
    private final Account account = new Account(new Row("nyc311-1", "PCT-040", "BRONX", "NOISE", Instant.EPOCH), id);
    private final Books books = new Books(List.of("imcr"));

    /** A center's inbox may be quicker than the answer to the post. */
    @Test
    void whatACenterHearsTooEarlyIsDoneOnceTheAccountIsOpen() {
        var done = new ArrayList<String>();
        books.whenOpen(id, _ -> done.add("early"));
        assertThat(done).isEmpty();
        books.open(account);
        books.whenOpen(id, _ -> done.add("late"));
        assertThat(done).containsExactly("early", "late");
    }

    @Test
    void aRowThatStandsTwiceInTheFileIsNotOneFromBefore() {
        books.open(account);
        books.repeated(new Repeat("nyc311-1", id, "OFFERED", 2));
        books.repeated(new Repeat("nyc311-2", UUID.randomUUID(), "CLOSED", 7));
        assertThat(books.repeats()).extracting(Repeat::reference).containsExactly("nyc311-2");
    }

    @Test
    void anOfferToTwoCentersIsASurprise() {
        assertThat(account.offered(1, "imcr")).isTrue();
        assertThat(account.offered(1, "imcr")).isFalse();
        assertThat(account.surprises()).isEmpty();
        account.offered(1, "cms");
        assertThat(account.surprises()).containsExactly("offer 1 went to imcr and to cms");
    }

    /** The next center may be through with it before the one before hears that its time was over. */
    @Test
    void anExpiryIsWrittenDownHoweverLateItIsHeardOf() {
        account.offered(1, "imcr");
        account.offered(2, "cms");
        account.accepted(2);
        account.enteredInError("TEST");
        assertThat(account.asked()).isEmpty();
        assertThat(account.offers()).containsExactly("1 imcr PENDING", "2 cms ACCEPTED");
        assertThat(account.isPending(1)).isTrue();
        account.expired(1);
        assertThat(account.offers()).containsExactly("1 imcr EXPIRED", "2 cms ACCEPTED");
        assertThat(account.course()).contains("OFFER_EXPIRED system imcr");
    }

    @Test
    void whatThePrecinctIsTakingBackDoesNotExpire() {
        account.offered(1, "imcr");
        account.takingBack(1, true);
        assertThat(account.isPending(1)).isFalse();
        account.takingBack(1, false);
        assertThat(account.isPending(1)).isTrue();
    }

    @Test
    void theCourseIsInTheOrderOfTheOffersWhoeverWritesFirst() {
        account.offered(2, "cms");
        account.offered(1, "imcr");
        account.expired(1);
        account.accepted(2);
        account.withdrawn("SAFETY");
        assertThat(account.course())
                .containsExactly(
                        "SUBMITTED precinct-system",
                        "OFFERED system imcr",
                        "OFFER_EXPIRED system imcr",
                        "OFFERED system cms",
                        "ACCEPTED center-system cms",
                        "WITHDRAWN precinct-system cms SAFETY");
        assertThat(account.offers()).containsExactly("1 imcr EXPIRED", "2 cms ACCEPTED");
    }
}
