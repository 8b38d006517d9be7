package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.planFor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.enrollment.Person.Answer;
import org.parley.testing.AlmostGood;
import org.parley.testing.ParleyTest;
import org.parley.testing.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation gets hundreds of bodies, ids and queries that nobody would think of: never is it the service that
 * fails, and every refusal says what is wrong in the same form.
 */
@ParleyTest(properties = "parley.web.requests-per-second=0")
class FuzzTest {

    private static final int BODIES = 300;
    private static final int QUERIES = 60;
    private static final long SEED = 20260707;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID OFFICER = UUID.randomUUID();

    private record Operation(String method, String path, AlmostGood almostGood, boolean hasBody) {}

    @LocalServerPort
    private int port;

    @Test
    void nothingMakesTheServiceFail() throws Exception {
        var person = new Person(port, everyRole());
        var training = open();
        var other = open();
        person.enrolls(training, OFFICER);
        var operations = operations(training, other);
        assertThat(operations).hasSizeGreaterThan(19);
        var failed = new ArrayList<String>();
        for (var operation : operations) {
            failed.addAll(failures(person, operation, training));
        }
        assertThat(failed).isEmpty();
    }

    private List<String> failures(Person person, Operation operation, UUID training) throws Exception {
        var random = new Random(SEED);
        var calls = IntStream.range(0, operation.hasBody() ? BODIES : QUERIES)
                .mapToObj(n -> {
                    var path = path(operation.path(), training, random);
                    var body = operation.hasBody() ? body(operation, random) : "";
                    var asked = operation.method() + " " + path + " " + body;
                    return (Callable<String>) () -> {
                        try {
                            return complaint(asked, person.does(operation.method(), path, body));
                        } catch (JacksonException e) {
                            return asked + " is not answered in JSON";
                        }
                    };
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            return threads.invokeAll(calls).stream()
                    .map(it -> it.resultNow())
                    .filter(it -> !it.isEmpty())
                    .toList();
        }
    }

    private static String complaint(String asked, Answer answer) {
        var isProblem = answer.text("/type").startsWith("urn:parley:problem:")
                && answer.body().has("title");
        return answer.status() >= 500 || (answer.status() >= 400 && !isProblem)
                ? asked + " is answered " + answer.status() + " " + answer.body()
                : "";
    }

    /** Mostly what is there, so that more than the path is tried. */
    private static String path(String template, UUID training, Random random) {
        var odd = List.of(
                "x",
                "0",
                "-1",
                "5",
                "99999999999",
                "%20",
                "2026-02-30",
                UUID.randomUUID().toString());
        var path = template;
        while (path.contains("{")) {
            var name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
            var value = random.nextInt(10) == 0
                    ? odd.get(random.nextInt(odd.size()))
                    : switch (name) {
                        case "enrollment" -> Ids.enrollment(training, OFFICER).toString();
                        case "day" -> String.valueOf(random.nextInt(4) + 1);
                        case "date" -> "2026-07-07";
                        case "officer" -> OFFICER.toString();
                        default -> path.startsWith("/v1/trainings/{") ? training.toString() : OFFICER.toString();
                    };
            path = path.replace("{" + name + "}", value);
        }
        var queries = List.of(
                "",
                "?from=2026-07",
                "?from=-999999999-01&to=-999999999-02",
                "?to=%2B999999999-12",
                "?from=%2B999999999-12",
                "?cursor=x",
                "?state=OPEN,",
                "?state=",
                "?limit=-1",
                "?limit=1e3",
                "?from=9999-12&limit=1",
                "?cursor=dHJhaW5pbmdzfDF8Mnwz");
        return template.equals("/v1/trainings") ? path + queries.get(random.nextInt(queries.size())) : path;
    }

    private static String body(Operation operation, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> JSON.writeValueAsString(AlmostGood.ODD.get(random.nextInt(AlmostGood.ODD.size())));
            case 1 -> "{\"" + random.nextInt() + "\":" + random.nextLong();
            default -> JSON.writeValueAsString(operation.almostGood().body(random));
        };
    }

    private List<Operation> operations(UUID training, UUID other) {
        var good = Map.<String, List<?>>of(
                "officer", List.of(OFFICER, UUID.randomUUID()),
                "command", List.of("PCT-075", "PCT-001", "PSA-2"),
                "cohort", List.of("2026-07"),
                "date", List.of("2026-07-07", "2026-07-08", "2026-07-14", "2026-07-15", "2026-07-16"),
                "start", List.of("09:00"),
                "end", List.of("17:00", "23:59"),
                "venue", List.of("ACADEMY-2"),
                "trainers", List.of(Cohorts.TRAINER, UUID.randomUUID()),
                "to", List.of(training, other, UUID.randomUUID()),
                "training", List.of(training, other, UUID.randomUUID()));
        var api = Person.anybody(port).readsApi();
        var all = new ArrayList<Operation>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var body = method.getValue().path("requestBody");
                    var schema = body.at("/content/application~1json/schema");
                    all.add(new Operation(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            new AlmostGood(api, schema, good),
                            !body.isMissingNode()));
                }));
        return all;
    }

    private UUID open() {
        var coordinator = Person.coordinator(port);
        var training = UUID.fromString(
                coordinator.creates(planFor(20), UUID.randomUUID().toString()).text("/id"));
        coordinator.opens(training);
        return training;
    }

    private static String everyRole() {
        return TestIssuer.token(
                "fuzzer",
                List.of("coordinator", "commander", "officer", "trainer"),
                Map.of(
                        "command", List.of("PCT-075"),
                        "officer", OFFICER.toString(),
                        "trainer", Cohorts.TRAINER.toString()));
    }
}
