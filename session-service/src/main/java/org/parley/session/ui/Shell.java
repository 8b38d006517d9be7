package org.parley.session.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What a phone keeps of the page: it is the same for everybody. Every address carries a digest of the whole, so that files
 * of two releases never meet.
 *
 * @param files addresses by short name, in the order of the page
 */
record Shell(String version, SequencedMap<String, String> files) {

    private static final List<String> UNSEEN = List.of("templates/log.html", "log-worker.js");

    static Shell with(String pico) {
        var paths = new LinkedHashMap<String, String>();
        paths.put("pico", pico);
        paths.put("pages", "/assets/pages.css");
        paths.put("style", "/assets/log.css");
        paths.put("queue", "/assets/log-queue.js");
        paths.put("script", "/assets/log.js");
        paths.put("icon", "/assets/parley.svg");
        paths.put("manifest", "/assets/log-manifest.json");
        var digest = sha256();
        paths.values().forEach(path -> digest.update(bytes(resource(path))));
        UNSEEN.forEach(path -> digest.update(bytes(path)));
        var version = HexFormat.of().formatHex(digest.digest(), 0, 6);
        paths.replaceAll((_, path) -> path + "?v=" + version);
        return new Shell(version, paths);
    }

    public String file(String name) {
        return files.getOrDefault(name, "");
    }

    /** The service worker of this release. */
    String worker() {
        return "const VERSION = \"%s\";\nconst QUEUE = \"%s\";\nconst FILES = [%s];\n"
                        .formatted(
                                version,
                                file("queue"),
                                files.values().stream()
                                        .map(file -> '"' + file + '"')
                                        .collect(Collectors.joining(", ")))
                + new String(bytes("log-worker.js"), UTF_8);
    }

    private static String resource(String path) {
        return (path.startsWith("/webjars/") ? "META-INF/resources" : "static") + path;
    }

    private static byte[] bytes(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
