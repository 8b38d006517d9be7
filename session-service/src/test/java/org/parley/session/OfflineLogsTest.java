package org.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parley.session.Logs.calmedNeighbors;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What phones kept while they were offline, and send when they aren't: late, in any order, and more than once. */
@ParleyTest
class OfflineLogsTest {

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    private final UUID officer = UUID.randomUUID();

    @Test
    void aWeekOfLogsComesInTheWrongOrderAndTwiceAndIsLoggedOnce() {
        var self = Person.officer(port, officer);
        var week = IntStream.range(0, 70).mapToObj(this::log).toList();
        var first = shuffled(week, 1);
        var again = shuffled(week, 2);

        var logged = self.logsAll(first);
        var repeated = self.logsAll(again);

        assertThat(statuses(logged)).hasSize(70).containsOnly(201);
        assertThat(statuses(repeated)).hasSize(70).containsOnly(200);
        for (var index = 0; index < first.size(); index++) {
            assertThat(logged.text("/items/" + index + "/microIntervention/id"))
                    .isEqualTo(first.get(index).get("id"));
        }
        var world = new World(topics);
        var ids = week.stream().map(log -> (String) log.get("id")).toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(world.told()).containsAll(ids));
        assertThat(world.heard(id(week.getLast()))).hasSize(1);
        var mine =
                self.reads("/v1/officers/" + officer + "/logs?limit=200").body().path("items");
        assertThat(mine.valueStream()
                        .map(item -> item.at("/microIntervention/id").asString()))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void aBadLogHurtsNoneOfItsNeighbours() {
        var self = Person.officer(port, officer);
        var taken = log(1);
        assertThat(self.logsMicroIntervention(id(taken), without(taken, "id")).status())
                .isEqualTo(201);
        var twice = log(6);

        var answer = self.logsAll(List.of(
                log(2),
                with(log(3), "note", "he said"),
                with(log(4), "outcome", "PEACE"),
                with(log(5), "command", "PCT-999"),
                with(taken, "type", "NOISE"),
                with(log(7), "officer", UUID.randomUUID().toString()),
                Map.of("id", "one"),
                twice,
                with(twice, "type", "NOISE"),
                log(8)));

        assertThat(statuses(answer)).containsExactly(201, 400, 422, 422, 409, 403, 422, 409, 409, 201);
        assertThat(answer.text("/items/1/problem/errors/0/field")).isEqualTo("/note");
        assertThat(answer.text("/items/2/problem/errors/0/field")).isEqualTo("/outcome");
        assertThat(answer.text("/items/3/problem/errors/0/field")).isEqualTo("/command");
        assertThat(answer.text("/items/4/problem/type")).endsWith(":logged-differently");
        assertThat(self.readsMicroIntervention(id(twice)).status()).isEqualTo(404);
    }

    @Test
    void aMonthLateOnlyACoordinatorLogs() {
        var self = Person.officer(port, officer);
        var late = log(0);
        late.put("occurredAt", Instant.now().minus(Duration.ofDays(31)).toString());

        var refused = self.logsMicroIntervention(id(late), without(late, "id"));
        var inABatch = self.logsAll(List.of(late));
        var logged = Person.coordinator(port).logsMicroIntervention(id(late), without(late, "id"));
        var repeated = self.logsMicroIntervention(id(late), without(late, "id"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("/occurredAt");
        assertThat(refused.text("/errors/0/rule"))
                .isEqualTo("must not be more than 30 days ago; a coordinator can log it");
        assertThat(statuses(inABatch)).containsExactly(422);
        assertThat(logged.status()).isEqualTo(201);
        assertThat(repeated.status()).isEqualTo(200);
    }

    @Test
    void aThousandLogsGoInOneRequestAndNoMore() {
        var self = Person.officer(port, officer);
        var many = IntStream.range(0, 1_000)
                .mapToObj(n -> with(
                        log(n % 100),
                        "id",
                        UUID.randomUUID().toString(),
                        "techniques",
                        List.of("MIRRORING", "PARAPHRASE", "EMOTION_LABELLING", "REFRAMING", "SEPARATE_MEETINGS")))
                .toList();

        var logged = self.logsAll(many);
        var tooMany = self.logsAll(Collections.nCopies(1_001, log(0)));

        assertThat(logged.status()).isEqualTo(200);
        assertThat(statuses(logged)).hasSize(1_000).containsOnly(201);
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.text("/errors/0/field")).isEqualTo("/items");
        assertThat(self.logsAll(List.of()).status()).isEqualTo(422);
        var large = with(log(0), "techniques", Collections.nCopies(100_000, "PAUSE"));
        assertThat(self.logsMicroIntervention(id(large), large).status()).isEqualTo(413);
    }

    /** The smaller the number, the later. */
    private Map<String, Object> log(int hoursAgo) {
        var at = Instant.now().minus(Duration.ofHours(2L * hoursAgo + 1));
        return with(
                calmedNeighbors("officer", officer.toString(), "occurredAt", at.toString()),
                "id",
                UUID.randomUUID().toString());
    }

    private static Map<String, Object> with(Map<String, Object> log, Object... changes) {
        var changed = new HashMap<>(log);
        for (var i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> log, String field) {
        var changed = new HashMap<>(log);
        changed.remove(field);
        return changed;
    }

    private static List<Map<String, Object>> shuffled(List<Map<String, Object>> logs, long seed) {
        var shuffled = new ArrayList<>(logs);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static UUID id(Map<String, Object> log) {
        return UUID.fromString((String) log.get("id"));
    }

    private static List<Integer> statuses(Person.Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asInt())
                .toList();
    }
}
