package org.parley.starter.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on, as text that its reader hands back as it is. The checksum tells what was broken on the way; it
 * keeps nobody from making one up, who gets no more by it than the list has for them.
 *
 * @param list which one: what another list gave is no good here
 * @param parts without {@code |}
 */
public record Cursor(String list, List<String> parts) {

    private static final String SEPARATOR = "|";

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(String list, Object... parts) {
        return new Cursor(list, List.of(parts).stream().map(String::valueOf).toList());
    }

    /**
     * Reads the query parameter {@code cursor}.
     *
     * @return null without one: the list begins
     * @throws ProblemException when this list, with so many parts, did not give it
     */
    public static @Nullable Cursor parse(@Nullable String text, String list, int parts) {
        if (text == null) {
            return null;
        }
        var all = List.of(decoded(text).split("\\|", -1));
        if (all.size() != parts + 2) {
            throw broken();
        }
        var cursor = new Cursor(list, all.subList(1, parts + 1));
        if (!cursor.text().equals(text)) {
            throw broken();
        }
        return cursor;
    }

    public String text() {
        var body = list + SEPARATOR + String.join(SEPARATOR, parts);
        var whole = body + SEPARATOR + checksum(body);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
    }

    public long number(int part) {
        return read(part, Long::parseLong);
    }

    public UUID uuid(int part) {
        return read(part, UUID::fromString);
    }

    private <T> T read(int part, Function<String, T> reading) {
        try {
            return reading.apply(parts.get(part));
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    private static String checksum(String body) {
        var sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static ProblemException broken() {
        return ProblemException.invalid("?cursor", "must be what this list gave as next");
    }
}
