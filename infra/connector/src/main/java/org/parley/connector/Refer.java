package org.parley.connector;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.parley.connector.delivery.IssuerRefused;
import org.parley.connector.nyc311.CommunityBoards;
import org.parley.connector.nyc311.Nyc311;
import org.parley.connector.nyc311.Precincts;
import org.parley.connector.nyc311.TypeMapping;
import org.parley.connector.rows.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code infra/refer}. */
@Command(
        name = "infra/refer",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = "Turns the rows of a file into referrals and posts them. Safe to start again at any time.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every eligible row is with the platform (over Kafka without --confirm: with the broker)",
            "1:rows were refused, or nobody answered for them; --rejects says which",
            "2:the command line is wrong, or a file can't be read",
            "3:the issuer gave no token; nothing was sent",
            "70:a defect of the connector; please report it"
        })
final class Refer implements Callable<Integer> {

    enum Format {
        NYC311
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "What the file is: nyc311 so far.")
    private Format format = Format.NYC311;

    @Option(
            names = "--precincts",
            paramLabel = "FILE.geojson",
            description = "Areas of the precincts; each feature has a property \"precinct\". Needed.")
    private @Nullable Path precincts;

    @Option(
            names = "--fallback",
            paramLabel = "FILE.csv",
            description = "Precincts' shares of the community boards, for rows without a point.")
    private @Nullable Path fallback;

    @Option(
            names = "--mapping",
            paramLabel = "FILE.csv",
            description = "Which complaint type is which dispute type, instead of the mapping shipped.")
    private @Nullable Path mapping;

    @Option(names = "--print-mapping", description = "Print the mapping shipped and do nothing else.")
    private boolean printMapping;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--rejects",
            paramLabel = "FILE.csv",
            description = "Write a line for every row that was not sent or was refused.")
    private @Nullable Path rejects;

    @Option(names = "--json", description = "Print the summary as JSON, the last line of stdout.")
    private boolean json;

    @Option(
            names = "--progress",
            defaultValue = "${PARLEY_PROGRESS:-lines}",
            paramLabel = "bar|lines|none",
            description = "What stderr shows meanwhile.")
    private Progress progress = Progress.LINES;

    @Parameters(arity = "0..1", paramLabel = "FILE.csv", description = "The rows. Needed.")
    private @Nullable Path file;

    private final PrintStream out;

    private Refer(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        System.exit(commandLine(System.out).execute(args));
    }

    static CommandLine commandLine(PrintStream out) {
        return new CommandLine(new Refer(out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, _) -> explain(e, line.getErr()));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (printMapping) {
            out.print(TypeMapping.shippedText());
            return 0;
        }
        var source = given(file, "the file of rows");
        var rows = switch (format) {
            case NYC311 -> nyc311();
        };
        var tally = new Tally();
        try (var delivery = connection.open();
                var rejected = rejects == null ? Rejects.none() : Rejects.to(rejects);
                var bar = progress.over(source);
                var transfer = new Transfer(delivery, tally, rejected, bar::step)) {
            delivery.open();
            rows.read(source, transfer::take);
            transfer.finish();
        }
        var summary = tally.summary(connection.asksPlatform());
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(summary));
        } else {
            summary.print(out);
        }
        return summary.complete() ? 0 : 1;
    }

    private Nyc311 nyc311() throws IOException {
        return new Nyc311(
                mapping == null ? TypeMapping.shipped() : TypeMapping.read(mapping),
                Precincts.read(given(precincts, "--precincts")),
                fallback == null ? CommunityBoards.none() : CommunityBoards.read(fallback));
    }

    private static Path given(@Nullable Path path, String what) {
        if (path == null) {
            throw new BadInput(what + " is missing; infra/refer --help tells more");
        }
        return path;
    }

    private static int explain(Exception e, PrintWriter err) {
        switch (e) {
            case NoSuchFileException none -> err.println("infra/refer: no such file: " + none.getFile());
            case BadInput _, IOException _, KafkaException _ -> err.println("infra/refer: " + e.getMessage());
            default -> {
                e.printStackTrace(err);
                return 70;
            }
        }
        return e instanceof IssuerRefused ? 3 : 2;
    }
}
