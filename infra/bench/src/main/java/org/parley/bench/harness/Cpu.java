package org.parley.bench.harness;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.processes.Child;

/** Processor time of every process of a run, this one included. Servers that somebody else runs are not seen. */
public record Cpu(Map<String, Duration> used) {

    /** What this process is called: it makes the load and runs the plain drivers. */
    public static final String DRIVER = "driver";

    static Cpu now(Iterable<Child> children) {
        var used = new LinkedHashMap<String, Duration>();
        children.forEach(child -> used.merge(child.name(), child.cpu(), Duration::plus));
        used.put(DRIVER, ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
        return new Cpu(used);
    }

    /** Since then, per unit of work, in microseconds: figures {@code cpu referral-service} and so on. */
    public Figures since(Cpu before, long units) {
        var figures = new LinkedHashMap<String, Double>();
        used.forEach((process, now) -> {
            var spent = now.minus(before.used.getOrDefault(process, Duration.ZERO));
            figures.put("cpu " + process, spent.toNanos() / 1e3 / Math.max(1, units));
        });
        return new Figures(figures);
    }
}
