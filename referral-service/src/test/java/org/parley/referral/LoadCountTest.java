package org.parley.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.referral.Answer.Expected;
import org.parley.referral.places.Address;
import org.parley.referral.process.ReferralService;
import org.parley.referral.routing.Load;
import org.springframework.beans.factory.annotation.Autowired;

@ReferralService
class LoadCountTest {

    private static final String CMS = "cms";
    private static final Actor CENTER = new Actor("center-system", "center-cms");

    @Autowired
    private LoadCount count;

    @Autowired
    private ReferralManagement management;

    private Load now() {
        return count.count().getOrDefault(CMS, new Load(0, 0));
    }

    private UUID submitted(int number) {
        var submission = new Submission(
                "load-" + number,
                "PCT-110",
                null,
                "NOISE",
                ReferralFixture.OCCURRED,
                new Address("1 Example Street", "Queens", "11373"),
                null,
                Urgency.ROUTINE,
                "en",
                ContactVia.PRECINCT,
                ReferralFixture.nothingAgainst(),
                List.of());
        var posted = Posted.bySystem("load-count", Channel.HTTP, null, submission);
        return ((Submitted.Fresh) management.submit(List.of(posted)).getFirst())
                .current()
                .id();
    }

    @Test
    void countsWhatIsOpenAndWhatWasAcceptedThisWeek() {
        var before = now();
        var ids = IntStream.range(0, 5).mapToObj(this::submitted).toList();
        assertThat(now()).isEqualTo(new Load(before.open() + 5, before.thisWeek()));
        management.accept(ids.get(0), CMS, CENTER, Expected.ANY);
        management.accept(ids.get(1), CMS, CENTER, Expected.ANY);
        management.decline(ids.get(2), CMS, "NO_CAPACITY", CENTER, Expected.ANY);
        assertThat(now()).isEqualTo(new Load(before.open() + 4, before.thisWeek() + 2));
        var nextWeek = Instant.now().plus(Duration.ofDays(7));
        management.putOnHold(ids.get(1), CMS, "PARTY_UNAVAILABLE", nextWeek, CENTER, Expected.ANY);
        assertThat(now()).isEqualTo(new Load(before.open() + 4, before.thisWeek() + 2));
        management.close(ids.get(0), CMS, "NO_SHOW", CENTER, Expected.ANY);
        assertThat(now()).isEqualTo(new Load(before.open() + 3, before.thisWeek() + 1));
    }
}
