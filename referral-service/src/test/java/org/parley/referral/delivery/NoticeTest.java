package org.parley.referral.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.referral.delivery.FeedEntry.Kind;

class NoticeTest {

    private static final URI HERE = URI.create("https://parley.example/");
    private static final UUID REFERRAL = UUID.fromString("7e2f8a90-6b1d-5e4f-a3c2-1d0e9f8b7a04");
    private static final Instant AT = Instant.parse("2026-11-25T12:00:00Z");

    private static FeedEntry entry(String feed, Kind kind) {
        return new FeedEntry("", feed, 0, "x", kind, REFERRAL, 2, AT, "NOISE", "QUEENS", "en", "ROUTINE", AT, null)
                .numbered(7);
    }

    @Test
    void tellsACenterOfItsOffer() {
        var notice = Notice.of(entry("cms", Kind.OFFER), HERE);
        assertThat(notice.id()).isEqualTo("cms/7");
        assertThat(notice.data())
                .isEqualTo(new Notice.ToCenter(
                        "cms", 7, REFERRAL, 2, HERE.resolve("/v1/centers/cms/referrals/" + REFERRAL)));
    }

    @Test
    void tellsACommandNothingOfTheOffer() {
        var notice = Notice.of(entry(Feed.ofCommand("PSA-2"), Kind.OFFERED), HERE);
        assertThat(notice.id()).isEqualTo("command:PSA-2/7");
        assertThat(notice.data())
                .isEqualTo(new Notice.ToCommand("PSA-2", 7, REFERRAL, HERE.resolve("/v1/referrals/" + REFERRAL)));
    }

    @Test
    void namesEachKindInAWayOfItsOwn() {
        var told = Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.ESCALATED)
                .map(kind -> Notice.of(entry("cms", kind), HERE).type())
                .toList();
        assertThat(told).doesNotHaveDuplicates().allMatch(type -> type.matches("org\\.parley\\.inbox\\.[a-z-]+\\.v1"));
    }

    @Test
    void tellsNobodyWhatIsTheCoordinators() {
        assertThatThrownBy(() -> Notice.of(entry(Feed.COORDINATION, Kind.ESCALATED), HERE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
