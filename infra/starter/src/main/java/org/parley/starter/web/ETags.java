package org.parley.starter.web;

import org.jspecify.annotations.Nullable;

/** Versions as strong ETags: `"3"`. */
public final class ETags {

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Lets a request pass that names no version, any (`*`), or the current one.
     *
     * @throws ProblemException version-mismatch, 412
     */
    public static void check(@Nullable String ifMatch, long current) {
        if (ifMatch != null && !ifMatch.isBlank() && !ifMatch.strip().equals("*")) {
            for (var tag : ifMatch.split(",", -1)) {
                if (tag.strip().equals(of(current))) {
                    return;
                }
            }
            throw ProblemException.versionMismatch(current);
        }
    }
}
