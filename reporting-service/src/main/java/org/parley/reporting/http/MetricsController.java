package org.parley.reporting.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Measure;
import org.parley.reporting.Measures;
import org.parley.reporting.Scope;
import org.parley.reporting.counting.Readings;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MetricsController {

    /** May be kept, but must be asked for again each time: figures move. */
    private static final CacheControl ASK_AGAIN =
            CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate();

    private final Readings readings;

    MetricsController(Readings readings) {
        this.readings = readings;
    }

    @Operation(
            summary = "A metric's figures",
            description = "Analysts, coordinators and administrators see everything, commanders their own command, "
                    + "centers their own. Days are days in New York, weeks begin on Monday.")
    @GetMapping("/v1/metrics/{metric}")
    ResponseEntity<MetricAnswer> metric(
            @PathVariable String metric,
            @Parameter(description = "Dimensions of the metric to split by, see /v1/definitions; several with commas")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> by,
            @Parameter(description = "day, week, month, quarter, year or all") @RequestParam(required = false) @Nullable
                    String interval,
            @Parameter(description = "First day, as 2026-11-01") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "Last day, included") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "Figures as they were recorded by the end of that day")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @Parameter(
                            description =
                                    "Shows beside each row the period before it (previous), or the same a year before (year)")
                    @RequestParam(required = false)
                    @Nullable
                    String compare,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request) {
        var scope = Scope.of(caller);
        if (scope.isNothing()) {
            throw ProblemException.forbidden("Your role sees no figures.");
        }
        var asked = Measures.find(metric).orElseThrow(MetricsController::noSuchMetric);
        if (!scope.covers(asked)) {
            throw ProblemException.forbidden(
                    "This metric is not for your role: it does not tell your command or center from"
                            + " others, or it would tell of single cases.");
        }
        var query = QueryParameters.of(request, asked, scope);
        if (ifNoneMatch != null) {
            // asked for once: between two an event may come, and the caller would take the new one for what it has
            var now = readings.tag(query);
            if (matches(ifNoneMatch, now)) {
                return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(now)
                        .cacheControl(ASK_AGAIN)
                        .build();
            }
        }
        var reading = readings.read(query);
        return ResponseEntity.ok().eTag(reading.tag()).cacheControl(ASK_AGAIN).body(MetricAnswer.of(query, reading));
    }

    private static boolean matches(String ifNoneMatch, String tag) {
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(one -> one.strip().replaceFirst("^W/", ""))
                .anyMatch(one -> one.equals("*") || one.equals('"' + tag + '"'));
    }

    private static ProblemException noSuchMetric() {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "There is no such metric. There are "
                        + Measures.ALL.stream().map(Measure::word).collect(Collectors.joining(", ")) + ".",
                List.of());
    }
}
