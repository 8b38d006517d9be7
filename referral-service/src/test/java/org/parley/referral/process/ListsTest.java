package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.referral.Copies;
import org.parley.testing.Backing;
import org.parley.testing.TestIssuer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What everyone finds in their lists. Two copies serve them, and a list may be asked of either. */
@ExtendWith(Patience.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {

    private static final String URGENT = "\"urgency\": \"URGENT\", ";

    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext other;
    private Precinct precinct;
    private Center nypi;
    private Center redHook;
    private Center nypiElsewhere;
    private Coordinator coordinator;

    @BeforeAll
    void start() {
        var scope = Backing.newScope();
        one = Copies.start(scope, "parley.referral.centers=classpath:two-centers.csv");
        other = Copies.start(scope, "parley.referral.centers=classpath:two-centers.csv");
    }

    @AfterAll
    void stop() {
        SpringApplication.exit(one);
        SpringApplication.exit(other);
    }

    @BeforeEach
    void everyoneIsThere() {
        precinct = Precinct.of(Copies.port(one), "PCT-075");
        nypi = Center.of(Copies.port(one), "nypi");
        nypiElsewhere = Center.of(Copies.port(other), "nypi");
        redHook = Center.of(Copies.port(one), "rhpp");
        coordinator = Coordinator.of(Copies.port(one));
    }

    private UUID posted(String reference) {
        return posted(Precinct.noise(reference), 1).getFirst();
    }

    /** Posted, and offered to somebody. */
    private List<UUID> posted(String body, int times) {
        var ids = new ArrayList<UUID>();
        for (var n = 0; n < times; n++) {
            ids.add(precinct.posts(body.replace("%n", String.valueOf(n)))
                    .is(201)
                    .id());
        }
        await().untilAsserted(() -> assertThat(nypi.inbox())
                .extracting(entry -> entry.path("referral").asString())
                .containsAll(ids.stream().map(UUID::toString).toList()));
        return ids;
    }

    private static String urgent(String reference) {
        return Precinct.noise(reference).replaceFirst("\\{", "{" + URGENT);
    }

    @Test
    void aCentersListShowsWhatIsDueFirstAndDropsWhatIsOver() {
        var offered = posted("due-offered");
        var urgent = posted(urgent("due-urgent"), 1).getFirst();
        var taken = posted("due-taken");
        nypi.accepts(taken).is(200);
        var held = posted("due-held");
        nypi.accepts(held).is(200);
        nypi.holds(held, "PARTY_UNAVAILABLE", Instant.now().plus(Duration.ofDays(90)))
                .is(200);
        var over = posted("due-over");
        nypi.accepts(over).is(200);
        var declined = posted("due-declined");
        var mine = List.of(offered, urgent, taken, held, over, declined);

        assertThat(nypi.lists("limit=200")).containsAll(mine);
        nypi.closes(over, "NO_SHOW").is(200);
        nypi.declines(declined, "NO_CAPACITY").is(200);

        assertThat(of(nypi.lists(""), mine)).containsExactlyElementsOf(byDue(List.of(offered, urgent, taken, held)));
        assertThat(of(nypi.lists("sort=submitted"), mine)).containsExactly(offered, urgent, taken, held);
        assertThat(of(nypi.lists("urgency=URGENT"), mine)).containsExactly(urgent);
        assertThat(of(nypi.lists("type=HARASSMENT"), mine)).isEmpty();
        assertThat(of(nypi.lists("state=ON_HOLD&state=ACCEPTED"), mine)).containsExactlyInAnyOrder(held, taken);
        assertThat(of(redHook.lists(""), mine)).containsExactly(declined);
        redHook.api().get("/v1/centers/nypi/referrals").isProblem(404, "not-found");
    }

    private List<UUID> byDue(List<UUID> ids) {
        var due = new ArrayList<>(ids);
        due.sort(Comparator.comparing(id ->
                Instant.parse(coordinator.sees(id).body().path("due").path("at").asString())));
        assertThat(due).isNotEqualTo(ids);
        return due;
    }

    private static List<UUID> of(List<UUID> all, List<UUID> mine) {
        return all.stream().filter(mine::contains).toList();
    }

    @Test
    void aListShowsNobodysContacts() {
        var id = posted("no-contacts");
        assertThat(nypi.accepts(id).is(200).body().path("incident").path("line").asString())
                .isNotEmpty();
        var items =
                nypi.api().get("/v1/centers/nypi/referrals?limit=200").is(200).body();
        assertThat(items.toString()).contains(id.toString()).doesNotContain("EXAMPLE AVENUE");
        items.path("items").forEach(item -> {
            assertThat(item.path("incident").isNull()).isTrue();
            assertThat(item.path("contacts").isEmpty()).isTrue();
        });
    }

    @Test
    void whatWasGivenAwayAndComesBackIsListedAgain() {
        var id = posted("back");
        nypi.accepts(id).is(200);
        assertThat(nypi.lists("")).contains(id);
        nypi.transfers(id, "CONFLICT_OF_INTEREST").is(200);
        assertThat(nypi.lists("")).doesNotContain(id);
        assertThat(nypiElsewhere.lists("")).doesNotContain(id);
        redHook.declines(id, "LANGUAGE").is(200);
        await().untilAsserted(() -> assertThat(coordinator.worklist()).contains(id));
        coordinator.places(id, "nypi").is(200);
        await().untilAsserted(() -> assertThat(nypi.lists("")).containsOnlyOnce(id));
        assertThat(nypiElsewhere.lists("")).containsOnlyOnce(id);
        nypi.accepts(id).is(200);
        nypi.closes(id, "COACHING_ONLY").is(200);
        assertThat(nypi.lists("")).doesNotContain(id);
        assertThat(nypi.lists("state=CLOSED")).containsOnlyOnce(id);
        assertThat(redHook.lists("state=CLOSED&state=OFFERED")).doesNotContain(id);
    }

    @Test
    void twoCopiesThatReadAtOnceLoseNothing() {
        var ids = IntStream.range(0, 40)
                .parallel()
                .mapToObj(n -> {
                    var id = precinct.posts(Precinct.noise("at-once-" + n))
                            .is(201)
                            .id();
                    assertThat(nypi.api()
                                    .get("/v1/centers/nypi/referrals?limit=1")
                                    .status())
                            .isEqualTo(200);
                    assertThat(nypiElsewhere
                                    .api()
                                    .get("/v1/centers/nypi/referrals?limit=1")
                                    .status())
                            .isEqualTo(200);
                    if (n % 4 == 0) {
                        nypi.accepts(id).is(200);
                        nypi.closes(id, "NO_SHOW").is(200);
                    }
                    return Map.entry(id, n % 4 != 0);
                })
                .toList();
        var open =
                ids.stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
        var closed = ids.stream()
                .filter(one -> !one.getValue())
                .map(Map.Entry::getKey)
                .toList();
        for (var center : List.of(nypi, nypiElsewhere)) {
            await().untilAsserted(() -> assertThat(center.lists("limit=200")).containsAll(open));
            assertThat(center.lists("limit=200"))
                    .doesNotContainAnyElementsOf(closed)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void cursorsWalkAllOfAListOnceWhileNewOnesComeIn() {
        var open = posted(Precinct.noise("walk-%n"), 9);
        var closed = posted(Precinct.noise("walk-closed-%n"), 9);
        closed.forEach(id -> {
            nypi.accepts(id).is(200);
            nypi.closes(id, "NO_SHOW").is(200);
        });
        var more = new ArrayList<UUID>();
        Runnable comesIn = () -> more.add(
                precinct.posts(urgent("walk-more-" + more.size())).is(201).id());
        for (var query : List.of("limit=2", "limit=2&sort=submitted")) {
            var seen = nypi.api().ids("/v1/centers/nypi/referrals?" + query, comesIn);
            assertThat(seen).containsAll(open).doesNotHaveDuplicates();
        }
        var ended = nypi.api().ids("/v1/centers/nypi/referrals?state=CLOSED&limit=2", comesIn);
        assertThat(ended).doesNotHaveDuplicates();
        assertThat(of(ended, closed)).containsExactlyInAnyOrderElementsOf(closed);
        var all = precinct.api().ids("/v1/referrals?limit=2", comesIn);
        assertThat(all).containsAll(open).containsAll(closed).doesNotHaveDuplicates();
        assertThat(more).hasSizeGreaterThan(20);
    }

    @Test
    void aPrecinctFindsItsReferralsByWhatTheyAre() {
        var officer = UUID.randomUUID();
        var first = precinct.posts(Precinct.noise("find-1").replaceFirst("\\{", "{\"officer\": \"" + officer + "\", "))
                .is(201)
                .id();
        inTheList(first);
        var second = precinct.posts(urgent("find-2").replace("NOISE", "PARKING"))
                .is(201)
                .id();
        inTheList(second);
        var out = precinct.posts(Precinct.noise("find-3").replace("\"weapon\": false", "\"weapon\": true"))
                .is(201)
                .id();
        inTheList(out);
        var mine = List.of(first, second, out);
        nypi.accepts(second).is(200);

        assertThat(of(precinct.lists("sort=-submitted"), mine)).containsExactly(out, second, first);
        assertThat(of(precinct.lists("command=PCT-075"), mine)).hasSize(3);
        assertThat(of(precinct.lists("state=SCREENED_OUT"), mine)).containsExactly(out);
        assertThat(of(precinct.lists("state=OFFERED&state=ACCEPTED"), mine)).containsExactly(second, first);
        assertThat(of(precinct.lists("type=PARKING"), mine)).containsExactly(second);
        assertThat(of(precinct.lists("urgency=URGENT&state=ACCEPTED"), mine)).containsExactly(second);
        assertThat(precinct.lists("officer=" + officer)).containsExactly(first);
        var today = LocalDate.now(ZoneId.of("America/New_York"));
        assertThat(of(precinct.lists("from=" + today.minusDays(1) + "&to=" + today), mine))
                .hasSize(3);
        assertThat(precinct.lists("to=" + today.minusDays(1))).isEmpty();
        assertThat(precinct.lists("from=" + today.plusDays(1))).isEmpty();
        assertThat(precinct.lists("reference=find-1")).containsExactly(first);
        precinct.entersInError(first, "WRONG_INCIDENT").is(200);
        assertThat(of(precinct.lists("state=ENTERED_IN_ERROR"), mine)).containsExactly(first);
    }

    private void inTheList(UUID id) {
        await().untilAsserted(() -> assertThat(precinct.lists("limit=200")).contains(id));
    }

    @Test
    void anotherCommandsReferralsAreNeverThere() {
        var id = posted("not-yours");
        inTheList(id);
        var neighbour = Precinct.of(Copies.port(one), "PCT-073");
        assertThat(neighbour.lists("")).doesNotContain(id);
        assertThat(neighbour.lists("reference=not-yours")).isEmpty();
        neighbour.api().get("/v1/referrals?command=PCT-075").isProblem(404, "not-found");
        nypi.api().get("/v1/referrals?command=PCT-075").isProblem(403, "forbidden");
        var both =
                TestIssuer.token("both", List.of("precinct-system"), Map.of("command", List.of("PCT-073", "PCT-075")));
        var borough = new Precinct(new Api(Copies.port(one), both));
        borough.api().get("/v1/referrals").isProblem(422, "invalid-field");
        assertThat(borough.lists("command=PCT-075")).contains(id);
        assertThat(borough.lists("command=PCT-073")).doesNotContain(id);
    }

    @Test
    void noCenterReadsTheFeedOfACommandOrTheCoordinator() {
        inTheList(posted("feeds"));
        var every =
                new Api(Copies.port(one), TestIssuer.token("every", List.of("center-system"), Map.of("center", "*")));
        assertThat(every.get("/v1/centers/nypi/inbox").status()).isEqualTo(200);
        for (var feed : List.of("command:PCT-075", "coordination")) {
            every.get("/v1/centers/" + feed + "/inbox").isProblem(404, "not-found");
            every.get("/v1/centers/" + feed + "/referrals").isProblem(404, "not-found");
        }
    }

    @Test
    void theCoordinatorsListHasEachOnce() {
        var ids = posted(Precinct.noise("worklist-%n"), 7);
        for (var id : ids) {
            nypi.declines(id, "NO_CAPACITY").is(200);
            redHook.declines(id, "LANGUAGE").is(200);
        }
        await().untilAsserted(() -> assertThat(coordinator.worklist()).containsAll(ids));
        // Unplaced a second time: it stands in the coordinator's feed twice.
        coordinator.places(ids.getFirst(), "nypi").is(200);
        nypi.declines(ids.getFirst(), "NO_CAPACITY").is(200);
        await().untilAsserted(() -> assertThat(coordinator.worklist()).contains(ids.getFirst()));
        for (var perPage : List.of(1, 3, 200)) {
            assertThat(coordinator.worklist(perPage))
                    .containsOnlyOnceElementsOf(ids)
                    .doesNotHaveDuplicates();
        }
        coordinator.places(ids.getLast(), "nypi").is(200);
        assertThat(coordinator.worklist()).doesNotContain(ids.getLast());
        assertThat(new HashSet<>(Coordinator.of(Copies.port(other)).worklist()))
                .isEqualTo(new HashSet<>(coordinator.worklist()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=x",
                "cursor=",
                "cursor=%00",
                "limit=0",
                "limit=201",
                "limit=x",
                "state=LOST",
                "state=%00",
                "state=,",
                "urgency=SOON",
                "type=SHOUTING"
            })
    void aBrokenQueryIsToldWhichParameter(String query) {
        var parameter = query.substring(0, query.indexOf('='));
        var paths = parameter.equals("cursor") || parameter.equals("limit")
                ? List.of("/v1/centers/nypi/referrals", "/v1/referrals", "/v1/centers/nypi/referrals?state=CLOSED")
                : List.of("/v1/centers/nypi/referrals", "/v1/referrals");
        for (var path : paths) {
            isTold(path.startsWith("/v1/referrals") ? precinct.api() : nypi.api(), path, query, parameter);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from=yesterday", "to=2026-02-30", "officer=75", "sort=state", "command=PCT-999", "cursor=x"})
    void aPrecinctsBrokenQueryIsToldWhichParameter(String query) {
        isTold(precinct.api(), "/v1/referrals", query, query.substring(0, query.indexOf('=')));
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        posted(Precinct.noise("own-%n"), 3);
        var cursor =
                nypi.api().get("/v1/centers/nypi/referrals?limit=1").is(200).text("next");
        assertThat(cursor).isNotEmpty();
        nypi.api().get("/v1/centers/nypi/referrals?cursor=" + cursor).is(200);
        isTold(nypi.api(), "/v1/centers/nypi/referrals?sort=submitted", "cursor=" + cursor, "cursor");
        isTold(nypi.api(), "/v1/centers/nypi/referrals?state=CLOSED", "cursor=" + cursor, "cursor");
        isTold(redHook.api(), "/v1/centers/rhpp/referrals", "cursor=" + cursor, "cursor");
        isTold(coordinator.api(), "/v1/coordination/referrals", "cursor=" + cursor, "cursor");
        isTold(nypi.api(), "/v1/centers/nypi/endpoint/deliveries", "cursor=" + cursor, "cursor");
        isTold(nypi.api(), "/v1/centers/nypi/referrals?state=CLOSED", "sort=due", "sort");
        isTold(nypi.api(), "/v1/centers/nypi/referrals", "sort=state", "sort");
    }

    private static void isTold(Api api, String path, String query, String parameter) {
        var reply = api.get(path + (path.contains("?") ? "&" : "?") + query).isProblem(422, "invalid-field");
        assertThat(reply.each("errors", "field").toString())
                .as("%s %s", path, query)
                .contains(parameter);
    }
}
