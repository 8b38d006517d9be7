package org.parley.bench.events;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Where disputes happen, which center takes them, and what they are about. */
final class City {

    private final List<NamedCsvRecord> commands = Golden.codes("commands").stream()
            .filter(command -> !command.getField("borough").isEmpty())
            .toList();
    private final List<String> types = Golden.codes("dispute-types").stream()
            .map(type -> type.getField("code"))
            .toList();
    private final Map<String, String> centers = new HashMap<>();

    City() {
        for (var center : Golden.codes("centers")) {
            for (var borough : center.getField("boroughs").split(" ", -1)) {
                centers.putIfAbsent(borough, center.getField("code"));
            }
        }
    }

    record Dispute(String borough, String command, String center, String type) {}

    Dispute any(SplittableRandom random) {
        var command = commands.get(random.nextInt(commands.size()));
        var borough = command.getField("borough");
        return new Dispute(
                borough,
                command.getField("code"),
                centers.getOrDefault(borough, "nypi"),
                types.get(random.nextInt(types.size())));
    }
}
