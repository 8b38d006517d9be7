package org.parley.bench.delivery;

import static org.parley.bench.delivery.Behaviour.ERROR;
import static org.parley.bench.delivery.Behaviour.FINE;
import static org.parley.bench.delivery.Behaviour.GONE;
import static org.parley.bench.delivery.Behaviour.HANG;
import static org.parley.bench.delivery.Behaviour.PATIENCE;
import static org.parley.bench.delivery.Behaviour.RESET;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The centers of a run, each with an endpoint: of twenty, twelve are fine. */
record Mix(List<Hook> hooks) {

    /** 60 % fine, 10 % answer 500, 10 % 429, 10 % hang, 5 % reset, 5 % are gone; the bad ones among the others. */
    private static final List<Behaviour> TWENTY = List.of(
            FINE, ERROR, FINE, PATIENCE, FINE, HANG, FINE, RESET, FINE, GONE, FINE, ERROR, FINE, PATIENCE, FINE, HANG,
            FINE, FINE, FINE, FINE);

    Mix {
        hooks = List.copyOf(hooks);
    }

    static Mix of(int endpoints) {
        if (endpoints <= 0 || endpoints % TWENTY.size() != 0) {
            throw new IllegalArgumentException("endpoints: a multiple of " + TWENTY.size());
        }
        var commands = codes("commands").stream()
                .filter(command -> command.get(2).equals("PRECINCT"))
                .toList();
        var types = codes("dispute-types");
        if (endpoints > commands.size() * types.size()) {
            throw new IllegalArgumentException("endpoints: at most " + commands.size() * types.size());
        }
        return new Mix(IntStream.range(0, endpoints)
                .mapToObj(number -> {
                    var command = commands.get(number % commands.size());
                    return new Hook(
                            "hook-%03d".formatted(number),
                            command.get(3),
                            command.getFirst(),
                            types.get(number / commands.size()).getFirst(),
                            TWENTY.get(number % TWENTY.size()));
                })
                .toList());
    }

    Hook inTurn(int number) {
        return hooks.get(number % hooks.size());
    }

    List<Hook> fine() {
        return hooks.stream().filter(Hook::isFine).toList();
    }

    List<Hook> bad() {
        return hooks.stream().filter(hook -> !hook.isFine()).toList();
    }

    /** As the reference file that a directory begins with. They are always open. */
    String directory() {
        return hooks.stream()
                .map(hook -> String.join(
                        ",",
                        hook.center(),
                        hook.center(),
                        hook.borough(),
                        hook.command(),
                        hook.type(),
                        "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY,00:00,23:59,America/New_York"))
                .collect(
                        Collectors.joining("\n", "center,name,boroughs,commands,types,days,opens,closes,zone\n", "\n"));
    }

    private static List<List<String>> codes(String list) {
        var resource = "/contracts/codes/" + list + ".csv";
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Mix.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
