package org.parley.faults.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.faults.history.Asked;
import org.parley.faults.history.Deed;
import tools.jackson.databind.JsonNode;

/** What was submitted, over HTTP or Kafka, and how the referral has to look that comes of it. */
final class Submissions {

    static final List<Deed> DEEDS = List.of(Deed.POST_REFERRAL, Deed.SEND_REFERRAL);

    private static final Map<String, String> DEFAULTS = Map.of("urgency", "ROUTINE", "language", "en");
    private static final List<String> SHOWN = List.of("reference", "command", "type", "occurredAt", "urgency");
    private static final Set<String> AMENDABLE = Set.of("type", "occurredAt", "urgency");
    private static final List<String> TOLD =
            List.of("command", "type", "occurredAt", "urgency", "language", "officer", "contactVia");

    /** In the order in which they are looked at. */
    private static final List<String> STOPS =
            List.of("arrestMade", "violentFelonyOrDrugs", "weapon", "orderOfProtection", "intimatePartner");

    private Submissions() {}

    /** The fields in which the precinct's view is not what was asked for, apart from what it corrected since. */
    static List<String> notShown(Asked asked, JsonNode view, List<Step> course) {
        var amended = course.stream().anyMatch(step -> step.is("amended"));
        return differences(SHOWN, asked.body(), view).stream()
                .filter(field -> !amended || !AMENDABLE.contains(field))
                .toList();
    }

    /** The fields in which the first event is not what was asked for. */
    static List<String> notTold(Asked asked, Step first) {
        var channel = asked.deed() == Deed.POST_REFERRAL ? "HTTP" : "KAFKA";
        var parties = asked.body().path("parties").size();
        return Stream.of(
                        differences(TOLD, asked.body(), first.referral()).stream(),
                        screening(asked.body(), first).stream(),
                        Stream.of("channel")
                                .filter(_ ->
                                        !Json.text(first.referral(), "channel").equals(channel)),
                        Stream.of("parties")
                                .filter(_ -> first.referral().path("parties").asInt(0) != parties))
                .flatMap(fields -> fields)
                .toList();
    }

    private static List<String> differences(List<String> fields, JsonNode body, JsonNode view) {
        return fields.stream().filter(field -> !same(field, body, view)).toList();
    }

    private static boolean same(String field, JsonNode body, JsonNode view) {
        var omitted = DEFAULTS.containsKey(field) && !Json.isThere(body.path(field));
        return omitted ? Json.text(view, field).equals(DEFAULTS.get(field)) : Json.same(field, body, view);
    }

    private static Optional<String> screening(JsonNode body, Step first) {
        var stop = stop(body);
        var right = stop.isEmpty()
                ? first.is("submitted")
                : first.is("screened-out") && first.reason().equals(stop.get());
        return right ? Optional.empty() : Optional.of("screening");
    }

    /** The reason for which it must not be mediated. Consent of the load has no end. */
    private static Optional<String> stop(JsonNode body) {
        var stop = STOPS.stream()
                .filter(field -> body.path("screening").path(field).asBoolean(false))
                .map(Submissions::constant)
                .findFirst();
        var parties = body.path("parties");
        var nobody = !parties.isEmpty()
                && parties.valueStream()
                        .noneMatch(party -> party.path("consent").path("given").asBoolean(false));
        return stop.or(() -> nobody ? Optional.of("NO_CONSENT") : Optional.empty());
    }

    /** {@code arrestMade} is {@code ARREST_MADE}. */
    private static String constant(String field) {
        return field.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
