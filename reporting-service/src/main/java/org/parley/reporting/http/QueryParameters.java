package org.parley.reporting.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Comparison;
import org.parley.reporting.Dimension;
import org.parley.reporting.Interval;
import org.parley.reporting.Measure;
import org.parley.reporting.Scope;
import org.parley.reporting.counting.MetricQuery;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.Violation;
import org.springframework.http.HttpStatus;

/** A query from its parameters. What is wrong is told with its name and with what is allowed, all at once. */
final class QueryParameters {

    private static final Set<String> NAMES = new TreeSet<>(Set.of("by", "interval", "from", "to", "asOf", "compare"));

    /** Of those that are written with four digits. */
    private static final int LAST_YEAR = 9999;

    private final HttpServletRequest request;
    private final List<Violation> violations = new ArrayList<>();

    private QueryParameters(HttpServletRequest request) {
        this.request = request;
    }

    static MetricQuery of(HttpServletRequest request, Measure measure, Scope scope) {
        return new QueryParameters(request).query(measure, scope);
    }

    private MetricQuery query(Measure measure, Scope scope) {
        request.getParameterMap().keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> violations.add(
                        new Violation("?" + name, "is not a parameter here; those are " + String.join(", ", NAMES))));
        var from = day("from");
        var to = day("to");
        if (from != null && to != null && from.isAfter(to)) {
            violations.add(new Violation("?from", "must not be after the last day, ?to"));
        }
        var interval = interval();
        var comparison = comparison();
        if (comparison != null && interval == Interval.ALL && (from == null || to == null)) {
            violations.add(new Violation("?compare", "needs ?from and ?to, or an ?interval other than all"));
        }
        var query = new MetricQuery(measure, by(measure), interval, from, to, day("asOf"), comparison, scope);
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-field",
                    "A parameter breaks a rule",
                    "See errors for each parameter and what is allowed.",
                    violations);
        }
        return query;
    }

    private List<Dimension> by(Measure measure) {
        var allowed = measure.dimensions();
        var by = new LinkedHashSet<Dimension>();
        for (var word : words("by")) {
            Dimension.find(word)
                    .filter(allowed::contains)
                    .ifPresentOrElse(
                            by::add,
                            () -> violations.add(new Violation(
                                    "?by",
                                    measure.word() + " splits by "
                                            + allowed.stream()
                                                    .map(Dimension::word)
                                                    .collect(Collectors.joining(", ")))));
        }
        return List.copyOf(by);
    }

    private Interval interval() {
        var word = request.getParameter("interval");
        if (word == null || word.isEmpty()) {
            return Interval.ALL;
        }
        return Interval.find(word).orElseGet(() -> {
            violations.add(new Violation("?interval", "must be one of " + String.join(", ", Interval.WORDS)));
            return Interval.ALL;
        });
    }

    private @Nullable Comparison comparison() {
        var word = request.getParameter("compare");
        if (word == null || word.isEmpty()) {
            return null;
        }
        var comparison = Comparison.find(word);
        if (comparison.isEmpty()) {
            violations.add(new Violation("?compare", "must be one of " + String.join(", ", Comparison.WORDS)));
        }
        return comparison.orElse(null);
    }

    private @Nullable LocalDate day(String name) {
        var text = request.getParameter(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() > 0 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        violations.add(new Violation("?" + name, "must be a day in New York such as 2026-11-23"));
        return null;
    }

    /** `?by=command,type` and `?by=command&by=type` are the same. */
    private List<String> words(String name) {
        var values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
