package org.parley.connector.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;

/** Calls the platform as often as it takes to get an answer. Only what is safe to repeat may be called with it. */
final class PlatformClient implements AutoCloseable {

    /** Longer than a service waits for its store before it says so: 30 s, the driver's habit. */
    static final Duration TIMEOUT = Duration.ofSeconds(45);

    sealed interface Call {}

    record Answered(Answer answer) implements Call {}

    record Silence(String detail) implements Call {}

    private final Platform platform;
    private final Patience patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AccessToken token;

    PlatformClient(Platform platform, Patience patience) {
        this.platform = platform;
        this.patience = patience;
        this.token = new AccessToken(http, platform);
    }

    /** Gets a token, so that a wrong secret shows before the first row. */
    void logIn() throws IssuerRefused, InterruptedException {
        var since = System.nanoTime();
        for (var attempt = 0; ; attempt++) {
            try {
                token.current();
                return;
            } catch (IssuerRefused e) {
                throw e;
            } catch (IOException e) {
                if (!patience.pause(since, attempt, Duration.ZERO, "no token from " + platform.issuer())) {
                    return;
                }
            }
        }
    }

    /** @param request makes the request, without its authorization */
    Call call(Supplier<HttpRequest.Builder> request) throws InterruptedException {
        if (patience.over()) {
            return new Silence("not tried: the platform had not answered for " + patience.limit());
        }
        var since = System.nanoTime();
        var mayHaveArrived = false;
        var renewed = false;
        for (var attempt = 0; ; attempt++) {
            var asked = Duration.ZERO;
            String why;
            try {
                var bearer = bearer();
                var response = http.send(
                        request.get()
                                .timeout(TIMEOUT)
                                .header("Authorization", "Bearer " + bearer)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                var status = response.statusCode();
                if (status == 401 && !renewed) {
                    renewed = true;
                    token.reject(bearer);
                    continue;
                }
                if (status < 500 && status != 429 && status != 408) {
                    patience.answered();
                    return new Answered(new Answer(response, mayHaveArrived, since));
                }
                mayHaveArrived |= status >= 500;
                asked = retryAfter(response);
                why = platform.referrals() + " answers " + status;
            } catch (NoToken e) {
                why = "no token from " + platform.issuer();
            } catch (ConnectException | HttpConnectTimeoutException e) {
                why = "no connection to " + platform.referrals();
            } catch (IOException e) {
                mayHaveArrived = true;
                why = "no answer from " + platform.referrals();
            }
            if (!patience.pause(since, attempt, asked, why)) {
                return new Silence(why + ", %d attempts".formatted(attempt + 1));
            }
        }
    }

    private static final class NoToken extends Exception {}

    /** Keeps the issuer's failures apart: after one of them the call itself can't have arrived. */
    private String bearer() throws NoToken, InterruptedException {
        try {
            return token.current();
        } catch (IOException e) {
            throw new NoToken();
        }
    }

    /** RFC 9110: seconds, or a date. */
    private static Duration retryAfter(HttpResponse<?> response) {
        var text = response.headers().firstValue("Retry-After").orElse("0");
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(Instant.now(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
