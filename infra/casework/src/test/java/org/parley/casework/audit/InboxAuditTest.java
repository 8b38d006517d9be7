package org.parley.casework.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.casework.books.Entry;
import org.parley.casework.books.Mail;

class InboxAuditTest {

    private final Mail mail = new Mail("nypi");
    private final List<Entry> inbox = List.of(offer(5), offer(6), offer(7));

    private static Entry offer(long n) {
        return new Entry(n, Entry.OFFER, Given.ID, (int) n, null, null);
    }

    private List<String> differences(List<Entry> platform) {
        return InboxAudit.differences(mail, platform, Given.ID::equals).stream()
                .map(Difference::about)
                .toList();
    }

    @BeforeEach
    void allOfItHasCome() {
        mail.beginAfter(4);
        inbox.forEach(entry -> mail.received(entry, "polling"));
    }

    @Test
    void agreesWhenAllHasCome() {
        assertThat(differences(inbox)).isEmpty();
        assertThat(mail.upTo()).isEqualTo(7);
    }

    @Test
    void findsWhatHasNotCome() {
        var more = List.of(offer(5), offer(6), offer(7), offer(8));
        assertThat(differences(more)).containsExactly("nypi/8");
    }

    @Test
    void findsWhatTheInboxDoesNotHave() {
        assertThat(differences(inbox.subList(0, 2))).containsExactly("nypi/7");
    }

    @Test
    void findsWhatCameOtherwise() {
        var withdrawn = new Entry(6, Entry.OFFER_WITHDRAWN, Given.ID, 6, null, null);
        assertThat(differences(List.of(offer(5), withdrawn, offer(7)))).containsExactly("nypi/6");
    }

    @Test
    void leavesOutWhatIsNotOfThisRun() {
        var strange = new Entry(8, Entry.OFFER, UUID.randomUUID(), 1, null, null);
        assertThat(differences(List.of(offer(5), offer(6), offer(7), strange))).isEmpty();
    }

    @Test
    void whatComesAgainIsCountedAndNothingElse() {
        assertThat(mail.received(offer(6), "webhook")).isFalse();
        assertThat(mail.again()).isEqualTo(1);
        assertThat(mail.byWay()).containsOnlyKeys("polling");
    }
}
