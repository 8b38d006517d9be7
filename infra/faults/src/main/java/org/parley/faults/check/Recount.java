package org.parley.faults.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.faults.history.Figure;
import tools.jackson.databind.JsonNode;

/**
 * Counts everything again in the plainest way, from the last event of each aggregate and the definitions of the metrics
 * as they are documented. It knows nothing of how reporting-service counts.
 */
final class Recount {

    /** The kinds of aggregates of which something is counted. */
    static final List<String> KINDS = List.of(
            Events.REFERRAL,
            Events.SESSION,
            Events.MICRO_INTERVENTION,
            Events.CERTIFICATE,
            Events.TRAINING,
            Events.EVALUATION);

    /** What is counted here. Reporting-service has more: those are compared with a rebuild, and with nothing else. */
    private static final Set<String> METRICS = Set.of(
            "referrals-submitted",
            "referrals-screened-out",
            "referrals-accepted",
            "referrals-closed",
            "sessions-held",
            "agreements",
            "micro-interventions",
            "arrests-avoided",
            "officers-certified",
            "trainings-completed",
            "seats",
            "seats-filled",
            "officers-completed",
            "evaluations-invited",
            "evaluation-responses",
            "approvals",
            "top-box");

    private static final ZoneId CITY = ZoneId.of("America/New_York");

    private final Map<Figure, Long> figures = new HashMap<>();

    private Recount() {}

    /** By day and all dimensions of a metric together. */
    static Map<Figure, Long> byDay(Events events) {
        var recount = new Recount();
        KINDS.forEach(kind ->
                events.of(kind).values().forEach(its -> recount.count(kind, Events.state(its.getLast()))));
        return recount.figures;
    }

    /** Those of the metrics that are counted here. */
    static Map<Figure, Long> known(Map<Figure, Long> figures) {
        return figures.entrySet().stream()
                .filter(entry -> METRICS.contains(entry.getKey().metric()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is published of them: the total over all time, the same by each one dimension, the total of each day. */
    static Map<Figure, Long> published(Map<Figure, Long> byDay) {
        var published = new HashMap<Figure, Long>();
        byDay.forEach((figure, value) -> {
            var places = new ArrayList<Figure>();
            places.add(new Figure(figure.metric(), "", Map.of()));
            places.add(new Figure(figure.metric(), figure.day(), Map.of()));
            figure.dimensions()
                    .forEach((name, code) -> places.add(new Figure(figure.metric(), "", Map.of(name, code))));
            places.forEach(place -> published.merge(place, value, Long::sum));
        });
        return published;
    }

    /** A sentence for each figure that is another; zero and missing are the same. */
    static void compare(String what, Map<Figure, Long> right, Map<Figure, Long> is, Consumer<String> broken) {
        right.forEach((figure, value) -> {
            var other = is.getOrDefault(figure, 0L);
            if (!value.equals(other)) {
                broken.accept(text(figure) + " is " + other + " " + what + ", and should be " + value);
            }
        });
        is.forEach((figure, value) -> {
            if (value != 0 && !right.containsKey(figure)) {
                broken.accept(text(figure) + " is " + value + " " + what + ", and should be 0");
            }
        });
    }

    private static String text(Figure figure) {
        return figure.metric() + " " + (figure.day().isEmpty() ? "of all time" : figure.day()) + " "
                + new TreeMap<>(figure.dimensions());
    }

    private void count(String kind, JsonNode state) {
        switch (kind) {
            case Events.REFERRAL -> referral(state);
            case Events.SESSION -> session(state);
            case Events.MICRO_INTERVENTION -> microIntervention(state);
            case Events.CERTIFICATE ->
                add(
                        "officers-certified",
                        Json.text(state, "issuedOn"),
                        dimensions(state, "borough", "command", "cohort"));
            case Events.TRAINING -> training(state);
            case Events.EVALUATION -> evaluation(state);
            default -> throw new IllegalStateException("Nothing is counted of " + kind);
        }
    }

    private void referral(JsonNode referral) {
        var state = Json.text(referral, "state");
        if (state.equals("ENTERED_IN_ERROR")) {
            return;
        }
        var day = day(Json.instant(referral, "submittedAt"));
        var dimensions = dimensions(referral, "borough", "command", "center", "type");
        if (!dimensions.containsKey("center")) {
            Json.items(referral, "offers")
                    .filter(offer -> Json.text(offer, "state").equals("PENDING"))
                    .forEach(offer -> dimensions.put("center", Json.text(offer, "center")));
        }
        add("referrals-submitted", day, dimensions);
        if (state.equals("SCREENED_OUT")) {
            add("referrals-screened-out", day, dimensions);
        }
        if (Json.isThere(referral.path("acceptedAt"))) {
            add("referrals-accepted", day, dimensions);
        }
        if (state.equals("CLOSED")) {
            add("referrals-closed", day, dimensions);
        }
    }

    private void session(JsonNode session) {
        if (Json.isThere(session.path("voidReason"))) {
            return;
        }
        var outcome = Json.text(session, "outcome");
        var day = day(Json.instant(session, "startedAt"));
        var dimensions = dimensions(session, "borough", "command", "center", "type");
        if (Outcomes.isHeld(outcome)) {
            add("sessions-held", day, dimensions);
        }
        if (Outcomes.isAgreement(outcome)) {
            add("agreements", day, dimensions);
        }
    }

    private void microIntervention(JsonNode log) {
        if (Json.isThere(log.path("voidReason"))) {
            return;
        }
        var day = day(Json.instant(log, "occurredAt"));
        var dimensions = dimensions(log, "borough", "command", "type");
        add("micro-interventions", day, dimensions);
        if (log.path("arrestWasLikely").asBoolean(false)
                && !log.path("arrestMade").asBoolean(false)) {
            add("arrests-avoided", day, dimensions);
        }
    }

    private void training(JsonNode training) {
        if (Json.text(training, "state").equals("COMPLETED")) {
            var last = Json.items(training, "days")
                    .map(day -> Json.text(day, "date"))
                    .max(String::compareTo)
                    .orElse("");
            var cohort = dimensions(training, "cohort");
            add("trainings-completed", last, cohort);
            add("seats", last, cohort, training.path("capacity").asLong());
            add("seats-filled", last, cohort, training.path("enrolled").asLong());
            add("officers-completed", last, cohort, training.path("completed").asLong());
        }
    }

    private void evaluation(JsonNode evaluation) {
        if (Json.text(evaluation, "kind").equals("COURSE")) {
            var last = Json.text(evaluation, "lastDay");
            var cohort = dimensions(evaluation, "cohort");
            var excellent = evaluation.at("/overall/EXCELLENT").asLong();
            add("evaluations-invited", last, cohort, evaluation.path("invited").asLong());
            add(
                    "evaluation-responses",
                    last,
                    cohort,
                    evaluation.path("responses").asLong());
            add(
                    "approvals",
                    last,
                    cohort,
                    excellent + evaluation.at("/overall/GOOD").asLong());
            add("top-box", last, cohort, excellent);
        }
    }

    private void add(String metric, String day, Map<String, String> dimensions) {
        add(metric, day, dimensions, 1);
    }

    private void add(String metric, String day, Map<String, String> dimensions, long many) {
        if (many != 0) {
            figures.merge(new Figure(metric, day, dimensions), many, Long::sum);
        }
    }

    private static Map<String, String> dimensions(JsonNode state, String... names) {
        var dimensions = new HashMap<String, String>();
        for (var name : names) {
            if (!Json.text(state, name).isEmpty()) {
                dimensions.put(name, Json.text(state, name));
            }
        }
        return dimensions;
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, CITY).toString();
    }
}
