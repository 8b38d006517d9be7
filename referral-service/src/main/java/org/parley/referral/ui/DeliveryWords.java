package org.parley.referral.ui;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.referral.delivery.Attempt.Outcome;
import org.parley.referral.delivery.FeedEntry.Kind;

/** What is delivered and what endpoints answer, in plain words. */
final class DeliveryWords {

    private static final Map<Kind, String> KINDS = Map.of(
            Kind.OFFER, "An offer",
            Kind.OFFER_AMENDED, "An offer that was put right",
            Kind.OFFER_WITHDRAWN, "An offer that was withdrawn",
            Kind.REMINDER, "A reminder",
            Kind.CONSENT_REVOKED, "A consent that was revoked");

    private static final String NO_CONNECTION = "There was no connection to it.";
    private static final String TOO_SLOW = "It did not answer in time.";
    private static final String BROKEN = "The connection broke off.";

    private static final Map<String, String> ERRORS = Map.ofEntries(
            entry("ConnectException", NO_CONNECTION),
            entry("HttpHostConnectException", NO_CONNECTION),
            entry("NoRouteToHostException", NO_CONNECTION),
            entry("UnknownHostException", "Its name leads nowhere, or to no public address."),
            entry("TimeoutException", TOO_SLOW),
            entry("SocketTimeoutException", TOO_SLOW),
            entry("ConnectTimeoutException", TOO_SLOW),
            entry("NoHttpResponseException", BROKEN),
            entry("ConnectionClosedException", BROKEN),
            entry("SocketException", BROKEN));

    private DeliveryWords() {}

    static String kind(@Nullable Kind kind) {
        return kind == null ? "An entry of your inbox" : KINDS.getOrDefault(kind, "An entry of your inbox");
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> "Taken";
            case FAILED -> "Failed";
            case GIVEN_UP -> "Given up";
        };
    }

    /** What was answered, or why nothing was. */
    static String answer(@Nullable Integer status, @Nullable String error) {
        return status == null ? error(String.valueOf(error)) : status(status);
    }

    private static String status(int status) {
        return switch (status) {
            case 401, 403 -> "It refused (" + status + "): it may not know the secret.";
            case 404 -> "Nothing is there (404).";
            case 410 -> "It said that it is gone (410).";
            case 429, 503 -> "It asked for patience (" + status + ").";
            default ->
                switch (status / 100) {
                    case 2 -> "It answered " + status + ".";
                    case 3 -> "It pointed elsewhere (" + status + "), which is not followed.";
                    case 4 -> "It refused (" + status + ").";
                    default -> "It failed (" + status + ").";
                };
        };
    }

    private static String error(String error) {
        return error.startsWith("SSL")
                ? "There was no safe connection to it (TLS)."
                : ERRORS.getOrDefault(error, "No answer came (" + error + ").");
    }
}
