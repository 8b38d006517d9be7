package org.parley.e2e;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.parley.processes.Checkout;
import org.parley.processes.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of {@code infra/refer}. */
record Refer(Typed run) {

    static Refer start(Platform platform, Complaints complaints, String via, String... more) {
        var command = new ArrayList<>(List.of(
                Checkout.file("infra/refer").toString(),
                "--format",
                "nyc311",
                "--precincts",
                complaints.precincts().toString(),
                "--fallback",
                complaints.boards().toString(),
                "--via",
                via,
                "--json"));
        command.addAll(List.of(more));
        command.add(complaints.file().toString());
        var environment = new HashMap<>(platform.environment());
        environment.put("PARLEY_REFERRAL", platform.address(Service.REFERRAL).toString());
        return new Refer(Typed.start(complaints.folder(), command, environment));
    }

    boolean isRunning() {
        return run.isRunning();
    }

    /** The last line it printed. */
    JsonNode summary() {
        var ended = run.end();
        if (ended.code() != 0 || ended.lines().isEmpty()) {
            throw new AssertionError("infra/refer ended with " + ended);
        }
        return JsonMapper.shared().readTree(ended.lines().getLast());
    }
}
