package org.parley.reporting.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Dimension;
import org.parley.reporting.Interval;
import org.parley.reporting.Metric;
import org.parley.reporting.releases.PublicTable;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.Violation;
import org.springframework.http.HttpStatus;

/**
 * One of the few ways to ask for public figures; anything else is told what they are. Each value stands alone: two
 * dimensions at once are not public.
 */
record PublicParameters(PublicTable.Offer offer, Interval interval) {

    private static final Set<String> NAMES = new TreeSet<>(Set.of("by", "interval"));

    static PublicParameters of(HttpServletRequest request, Metric metric) {
        var violations = unknown(request, NAMES);
        var offers = PublicTable.offers(metric);
        var by = value(request, "by", violations);
        var offer = offers.stream()
                .filter(one -> one.by().map(Dimension::word).orElse("").equals(by))
                .findFirst();
        if (offer.isEmpty()) {
            violations.add(new Violation("?by", "public are, of " + metric.word() + ", " + words(offers)));
            throw invalid(violations);
        }
        var allowed = offer.get().intervals();
        var word = value(request, "interval", violations);
        var interval = word.isEmpty()
                ? allowed.getFirst()
                : allowed.stream()
                        .filter(one -> one.word().equals(word))
                        .findFirst()
                        .orElseGet(() -> {
                            violations.add(new Violation(
                                    "?interval",
                                    "must be one of "
                                            + allowed.stream()
                                                    .map(Interval::word)
                                                    .collect(Collectors.joining(", "))));
                            return allowed.getFirst();
                        });
        if (!violations.isEmpty()) {
            throw invalid(violations);
        }
        return new PublicParameters(offer.get(), interval);
    }

    /** For what takes no parameters. */
    static void none(HttpServletRequest request) {
        var violations = unknown(request, Set.of());
        if (!violations.isEmpty()) {
            throw invalid(violations);
        }
    }

    private static List<Violation> unknown(HttpServletRequest request, Set<String> known) {
        var violations = new ArrayList<Violation>();
        request.getParameterMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> violations.add(new Violation(
                        "?" + name,
                        known.isEmpty()
                                ? "is not a parameter here; there are none"
                                : "is not a parameter here; those are " + String.join(", ", known))));
        return violations;
    }

    private static String value(HttpServletRequest request, String name, List<Violation> violations) {
        var values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            violations.add(new Violation("?" + name, "must be given once"));
        }
        return text(request.getParameter(name));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String words(List<PublicTable.Offer> offers) {
        return offers.stream()
                .map(offer -> offer.by().map(by -> "by=" + by.word()).orElse("the whole city (no by)")
                        + " ("
                        + offer.intervals().stream().map(Interval::word).collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining(", "));
    }

    private static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-field",
                "A parameter breaks a rule",
                "See errors for each parameter and what is allowed.",
                violations);
    }
}
