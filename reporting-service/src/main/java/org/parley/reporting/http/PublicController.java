package org.parley.reporting.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Metric;
import org.parley.reporting.releases.PublicTable;
import org.parley.reporting.releases.Release;
import org.parley.reporting.releases.Releases;
import org.parley.starter.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For everybody, without a token. Nothing here but what was released. */
@RestController
class PublicController {

    /** A release never changes. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final CacheControl UNTIL_THE_NEXT =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    record AllReleases(List<ReleaseAnswer> releases) {
        AllReleases {
            releases = List.copyOf(releases);
        }
    }

    private final Releases releases;

    PublicController(Releases releases) {
        this.releases = releases;
    }

    @Operation(summary = "Every release of public figures, oldest first", description = "Open: no token is needed.")
    @GetMapping("/v1/public/releases")
    ResponseEntity<AllReleases> all(HttpServletRequest request) {
        PublicParameters.none(request);
        var all = releases.all();
        return ResponseEntity.ok()
                .eTag(tag(all.stream().map(Release::content).collect(Collectors.joining(" "))))
                .cacheControl(UNTIL_THE_NEXT)
                .body(new AllReleases(all.stream().map(ReleaseAnswer::of).toList()));
    }

    @Operation(
            summary = "A release: its quarters, when it was cut, what is suppressed, and which metrics it offers",
            description = "Open: no token is needed. A release never changes.")
    @GetMapping("/v1/public/releases/{release}")
    ResponseEntity<ReleaseAnswer> release(@PathVariable String release, HttpServletRequest request) {
        PublicParameters.none(request);
        var found = find(release);
        return ResponseEntity.ok()
                .eTag(tag(found.content()))
                .cacheControl(FOR_EVER)
                .body(ReleaseAnswer.of(found));
    }

    @Operation(
            summary = "A metric's figures in a release",
            description = "Open: no token is needed. Only the splits and intervals that the release lists. Counts that "
                    + "would point at few people are suppressed, and those they could be computed from; a zero is one.")
    @GetMapping("/v1/public/releases/{release}/metrics/{metric}")
    ResponseEntity<PublicAnswer> figures(
            @PathVariable String release,
            @PathVariable String metric,
            @Parameter(description = "borough, command or type; without it the whole city")
                    @RequestParam(required = false)
                    @Nullable
                    String by,
            @Parameter(description = "quarter or year; the shortest that there is without it")
                    @RequestParam(required = false)
                    @Nullable
                    String interval,
            HttpServletRequest request) {
        var found = find(release);
        var asked = Metric.find(metric)
                .filter(PublicTable.allMetrics()::contains)
                .orElseThrow(() -> notFound("Not public. Public are " + words() + "."));
        var parameters = PublicParameters.of(request, asked);
        var rows = releases.rows(found, parameters.offer(), parameters.interval())
                .orElseThrow(() -> notFound("This release is older than these figures."));
        return ResponseEntity.ok()
                .eTag(tag(found.content() + " " + parameters))
                .cacheControl(FOR_EVER)
                .body(PublicAnswer.of(found, parameters.offer(), parameters.interval(), rows));
    }

    private Release find(String name) {
        return releases.find(name)
                .orElseThrow(() -> notFound("There is no such release. /v1/public/releases has them all."));
    }

    private static String words() {
        return PublicTable.allMetrics().stream().map(Metric::word).collect(Collectors.joining(", "));
    }

    /** Spring answers 304 when the caller has it. */
    private static String tag(String what) {
        return DigestUtils.md5DigestAsHex(what.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "Not found", detail, List.of());
    }
}
