package org.parley.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.connector.FakePlatform.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferTest {

    private static final String HEADER = "unique_key,created_date,agency,complaint_type,latitude,longitude\n";

    /** Three referrals, the third of a type the platform doesn't take, and one row for every reason to leave it out. */
    private static final String MIXED = HEADER + """
            1,5/6/18 14:22,NYPD,Noise - Park,40.65,-73.89
            2,5/6/18 14:22,NYPD,Illegal Parking,40.65,-73.95
            3,5/6/18 14:22,NYPD,Animal Abuse,40.65,-73.95
            4,5/6/18 14:22,NYPD,Drug Activity,40.65,-73.95
            5,5/6/18 14:22,DEP,Noise,40.65,-73.95
            6,5/6/18 14:22,NYPD,Noise - Park,41.65,-73.95
            7,soon,NYPD,Noise - Park,40.65,-73.95
            """;

    private static final String AREAS = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"precinct":75},"geometry":{"type":"Polygon","coordinates":[
                [[-73.9,40.6],[-73.8,40.6],[-73.8,40.7],[-73.9,40.7],[-73.9,40.6]]]}},
              {"type":"Feature","properties":{"precinct":46},"geometry":{"type":"Polygon","coordinates":[
                [[-74.0,40.6],[-73.9,40.6],[-73.9,40.7],[-74.0,40.7],[-74.0,40.6]]]}}]}
            """;

    private static final String MAPPING = "complaint_type,type\nNoise - *,NOISE\nIllegal Parking,PARKING\n";

    @TempDir
    Path folder;

    private final FakePlatform platform = new FakePlatform();
    private Path areas;
    private Path mapping;
    private Path rejects;
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        areas = Files.writeString(folder.resolve("areas.geojson"), AREAS);
        mapping = Files.writeString(folder.resolve("mapping.csv"), MAPPING + "Animal Abuse,PETS\n");
        rejects = folder.resolve("rejects.csv");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void sumsUpWhatBecameOfEveryRow() throws IOException {
        var run = refer(rows(MIXED), "--mapping", mapping.toString(), "--rejects", rejects.toString());

        assertThat(run.exit).isEqualTo(1);
        assertThat(run.summary).isEqualTo(JsonMapper.shared().readTree("""
                {"read":7,"eligible":3,"sent":3,"accepted":2,"duplicate":0,"refused":1,"unanswered":0,"unconfirmed":0,
                 "leftOut":{"no-command":1,"not-a-dispute":1,"other-agency":1,"unreadable":1},
                 "byType":{"NOISE":1,"PARKING":1,"PETS":1},"byBorough":{"BRONX":2,"BROOKLYN":1},
                 "byCommand":{"PCT-046":2,"PCT-075":1}}
                """));
        assertThat(Files.readAllLines(rejects))
                .containsExactlyInAnyOrder(
                        "line,key,reason,detail",
                        "4,3,refused,invalid-field /type unknown",
                        "5,4,not-a-dispute,Drug Activity",
                        "6,5,other-agency,DEP",
                        "7,6,no-command,its point lies in no precinct",
                        "8,7,unreadable,created_date is in none of the three known forms");
    }

    @Test
    void canBeStartedAgain() throws IOException {
        var file = rows(many(100));

        assertThat(refer(file)).returns(0, Run::exit).returns(100L, run -> run.count("accepted"));
        assertThat(refer(file))
                .returns(0, Run::exit)
                .returns(0L, run -> run.count("accepted"))
                .returns(100L, run -> run.count("duplicate"));
        assertThat(platform.referrals()).hasSize(100);
    }

    @Test
    void countsARowThatIsInTheFileTwiceOnce() throws IOException {
        platform.next(Fault.LOST_AFTER, Fault.LOST_AFTER);

        assertThat(refer(rows(many(1) + many(1).substring(HEADER.length()))))
                .returns(1L, run -> run.count("accepted"))
                .returns(1L, run -> run.count("duplicate"));
    }

    @Test
    void losesAndDoublesNothingWhileThePlatformMisbehaves() throws IOException {
        for (var n = 0; n < 10; n++) {
            platform.next(
                    Fault.LOST_AFTER, Fault.UNAVAILABLE, Fault.LOST_BEFORE, Fault.UNAVAILABLE_AFTER, Fault.BROKEN);
        }

        assertThat(refer(rows(many(200)))).returns(0, Run::exit).returns(200L, run -> run.count("accepted"));
        assertThat(platform.referrals()).hasSize(200);
    }

    @Test
    void ridesOutARestartInTheMiddle() throws IOException {
        var file = rows(many(3000));
        var run = CompletableFuture.supplyAsync(() -> refer(file), Thread::startVirtualThread);
        await().until(() -> platform.referrals().size() > 200);
        platform.stop();
        assertThat(run).isNotDone();
        var restarted = CompletableFuture.runAsync(
                platform::start, CompletableFuture.delayedExecutor(1, SECONDS, Thread::startVirtualThread));

        assertThat(restarted).succeedsWithin(Duration.ofSeconds(10));
        assertThat(run)
                .succeedsWithin(Duration.ofSeconds(30))
                .returns(0, Run::exit)
                .returns(3000L, done -> done.count("accepted"));
        assertThat(platform.referrals()).hasSize(3000);
    }

    @Test
    void saysWhichRowsNobodyAnsweredFor() throws IOException {
        platform.stop();

        var run = refer(rows(many(40)), "--patience", "1", "--rejects", rejects.toString());

        assertThat(run)
                .returns(1, Run::exit)
                .returns(0L, done -> done.count("sent"))
                .returns(40L, done -> done.count("unanswered"));
        assertThat(Files.readAllLines(rejects)).hasSize(41);
    }

    @Test
    void sendsNothingInADryRun() throws IOException {
        var run = refer(rows(MIXED), "--dry-run");

        assertThat(run).returns(0, Run::exit).returns(2L, done -> done.count("eligible"));
        assertThat(run.summary.path("accepted").isNull()).isTrue();
        assertThat(platform.calls()).isEmpty();
    }

    @Test
    void printsATableForPeople() throws IOException {
        var out = new ByteArrayOutputStream();
        var exit = execute(out, rows(MIXED), "--dry-run");

        assertThat(exit).isZero();
        assertThat(out.toString(UTF_8)).contains("  left out, unreadable               1", "BROOKLYN");
    }

    @Test
    void explainsWhatIsWrongWithItsInput() throws IOException {
        assertThat(execute(new ByteArrayOutputStream(), folder.resolve("none.csv")))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("no such file").contains("none.csv");

        assertThat(execute(new ByteArrayOutputStream(), rows("a,b\n1,2\n"))).isEqualTo(2);
        assertThat(errors.toString()).contains("columns of a 311 export are missing");

        assertThat(execute(new ByteArrayOutputStream(), rows(MIXED), "--via", "pigeon"))
                .isEqualTo(2);
        assertThat(execute(new ByteArrayOutputStream(), rows(MIXED), "--client", "stranger"))
                .isEqualTo(3);
        assertThat(errors.toString()).contains("gives the client stranger no token");
        assertThat(platform.calls()).isEmpty();
    }

    private record Run(int exit, JsonNode summary) {
        long count(String name) {
            return summary.path(name).asLong(-1);
        }
    }

    private Run refer(Path file, String... options) {
        var out = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of(options));
        all.add("--json");
        var exit = execute(out, file, all.toArray(String[]::new));
        return new Run(exit, JsonMapper.shared().readTree(out.toByteArray()));
    }

    private int execute(ByteArrayOutputStream out, Path file, String... options) {
        var arguments = new ArrayList<>(List.of(
                "--format",
                "nyc311",
                "--precincts",
                areas.toString(),
                "--issuer",
                platform.uri().toString(),
                "--url",
                platform.uri().toString(),
                "--progress",
                "none"));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        return Refer.commandLine(new PrintStream(out, true, UTF_8))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments.toArray(String[]::new));
    }

    private Path rows(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    private static String many(int rows) {
        var text = new StringBuilder(HEADER);
        IntStream.rangeClosed(1, rows)
                .forEach(n -> text.append(n).append(",5/6/18 14:22,NYPD,Noise - Park,40.65,-73.89\n"));
        return text.toString();
    }
}
