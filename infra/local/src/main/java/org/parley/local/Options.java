package org.parley.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a part was started with: {@code --name=value}, or {@code --name} for a switch. */
public record Options(Map<String, String> values) {

    public Options {
        values = Map.copyOf(values);
    }

    public static Options of(String... arguments) {
        var values = new HashMap<String, String>();
        for (var argument : arguments) {
            if (!argument.startsWith("--")) {
                throw new IllegalArgumentException("expected --name=value, got " + argument);
            }
            var split = argument.indexOf('=');
            values.put(
                    split < 0 ? argument.substring(2) : argument.substring(2, split),
                    split < 0 ? "true" : argument.substring(split + 1));
        }
        return new Options(values);
    }

    public int port(String name) {
        return Integer.parseInt(required(name));
    }

    public long number(String name) {
        return Long.parseLong(required(name));
    }

    public Path path(String name) {
        return Path.of(required(name)).toAbsolutePath();
    }

    public @Nullable Path optionalPath(String name) {
        return values.containsKey(name) ? path(name) : null;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    private String required(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("missing --" + name + "=…");
        }
        return value;
    }
}
