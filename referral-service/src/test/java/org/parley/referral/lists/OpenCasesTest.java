package org.parley.referral.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.referral.Channel;
import org.parley.referral.ContactVia;
import org.parley.referral.Current;
import org.parley.referral.Dispute;
import org.parley.referral.Origin;
import org.parley.referral.Referral;
import org.parley.referral.Referral.State;
import org.parley.referral.ReferralManagement;
import org.parley.referral.Urgency;
import org.parley.referral.delivery.Feed;
import org.parley.referral.delivery.FeedEntry;
import org.parley.referral.process.ReferralService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ReferralService
class OpenCasesTest {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Feed feed;

    private final String center = "open-" + UUID.randomUUID();
    private final Map<UUID, State> referrals = new HashMap<>();
    private final List<UUID> lookedAt = new ArrayList<>();
    private final List<Runnable> meanwhile = new ArrayList<>();
    private final ReferralManagement management = mock();
    private long entries;

    @BeforeEach
    void referralsAreThere() {
        given(management.findAll(any())).willAnswer(call -> found(call.getArgument(0)));
    }

    private Map<UUID, Current> found(Collection<UUID> ids) {
        lookedAt.addAll(ids);
        var found = new HashMap<UUID, Current>();
        ids.forEach(id -> found.put(id, current(id)));
        var now = List.copyOf(meanwhile);
        meanwhile.clear();
        now.forEach(Runnable::run);
        return found;
    }

    private Current current(UUID id) {
        var dispute = new Dispute(
                "PCT-075",
                "BROOKLYN",
                "NOISE",
                Urgency.ROUTINE,
                "en",
                null,
                null,
                Channel.HTTP,
                ContactVia.PRECINCT,
                0,
                AT,
                AT);
        var origin = new Origin("precinct-075", null, "fingerprint", List.of(), List.of(), List.of());
        return new Current(
                id,
                1,
                new Referral(
                        dispute,
                        origin,
                        referrals.getOrDefault(id, State.OFFERED),
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        List.of()));
    }

    private UUID offered() {
        return offered(UUID.randomUUID(), 1);
    }

    private UUID offered(UUID id, int offer) {
        referrals.put(id, State.OFFERED);
        entries++;
        mongo.insert(
                new FeedEntry(
                        center + "/" + entries,
                        center,
                        entries,
                        id + "/" + offer,
                        FeedEntry.Kind.OFFER,
                        id,
                        offer,
                        AT,
                        "NOISE",
                        "BROOKLYN",
                        "en",
                        "ROUTINE",
                        AT,
                        null),
                "feed");
        return id;
    }

    private List<UUID> open() {
        return new OpenCases(mongo, feed, management)
                .read(center, referral -> referral.state().isOpen()).stream()
                        .map(Current::id)
                        .toList();
    }

    @Test
    void readsALongFeedOnceAndThenOnlyWhatIsOpenOrNew() {
        var ids = IntStream.range(0, 1_200).mapToObj(_ -> offered()).toList();
        var open = ids.subList(1_190, 1_200);
        ids.subList(0, 1_190).forEach(id -> referrals.put(id, State.CLOSED));
        assertThat(open()).containsExactlyInAnyOrderElementsOf(open);
        assertThat(lookedAt).hasSize(1_200);

        lookedAt.clear();
        var one = offered();
        assertThat(open()).hasSize(11).contains(one).containsAll(open);
        assertThat(lookedAt).hasSize(11);
    }

    @Test
    void listsAgainWhatComesBack() {
        var id = offered();
        assertThat(open()).containsExactly(id);
        referrals.put(id, State.CLOSED);
        assertThat(open()).isEmpty();
        assertThat(open()).isEmpty();
        offered(id, 3);
        assertThat(open()).containsExactly(id);
        assertThat(open()).containsExactly(id);
    }

    @Test
    void aSlowReaderTakesNothingFromAQuickOne() {
        var first = offered();
        var more = new ArrayList<UUID>();
        meanwhile.add(() -> {
            more.add(offered());
            assertThat(open()).contains(first).containsAll(more);
        });
        assertThat(open()).containsExactly(first);
        assertThat(open()).contains(first).containsAll(more).hasSize(2);
    }

    @Test
    void isEmptyWhereThereIsNoFeed() {
        assertThat(open()).isEmpty();
        assertThat(mongo.getCollection("open-cases").countDocuments(new Document("_id", center)))
                .isZero();
    }
}
