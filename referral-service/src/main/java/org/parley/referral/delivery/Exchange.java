package org.parley.referral.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * One request to a server that may mean ill. It goes to public addresses only, follows nothing, unpacks nothing, reads
 * so much and no more, and takes no longer than it may, whatever the server does in that time.
 */
@Component
class Exchange implements DisposableBean {

    static final int MOST_BYTES = 64 * 1024;

    private static final int BUFFER = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final TimeValue IDLE = TimeValue.ofMinutes(1);

    /** Endpoints end idle connections, too; to find out costs a millisecond, so not while one delivery follows another. */
    private static final TimeValue BUSY = TimeValue.ofMilliseconds(100);

    /** More than there are subscribers, of which each has one at a time: nobody waits for the connection of another. */
    private static final int MOST_CONNECTIONS = 10_000;

    private final Duration timeout;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    @Autowired
    Exchange(WebhookSettings settings) {
        this(
                settings.timeout(),
                new GuardedResolver(
                        settings.allowPrivate(), new TimedLookup(InetAddress::getAllByName, settings.timeout())));
    }

    Exchange(Duration timeout, DnsResolver resolver) {
        this.timeout = timeout;
        this.http = client(Timeout.of(timeout), resolver);
    }

    Answer post(HttpPost request) {
        var began = System.nanoTime();
        var late = new AtomicBoolean();
        var deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    // Closing may wait for the other side: on a thread of its own, it holds up no other deadline.
                    Thread.startVirtualThread(request::abort);
                },
                timeout.toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            var response = http.executeOpen(null, request, null);
            var retryAfter = value(response.getFirstHeader(HttpHeaders.RETRY_AFTER));
            var status = response.getCode();
            return new Answer(status, null, read(request, response), since(began), retryAfter);
        } catch (IOException | RuntimeException e) {
            return Answer.failed(late.get() ? "TimeoutException" : e.getClass().getSimpleName(), since(began));
        } finally {
            deadline.cancel(false);
        }
    }

    /**
     * The status has said it all: a body that breaks off changes nothing. Closing a response reads it to its end, so
     * where that is not wanted the connection is broken first.
     */
    private static int read(HttpPost request, ClassicHttpResponse response) {
        var read = 0;
        try (response;
                var body = content(response)) {
            var buffer = new byte[BUFFER];
            while (read < MOST_BYTES) {
                var some = body.read(buffer, 0, Math.min(BUFFER, MOST_BYTES - read));
                if (some < 0) {
                    return read;
                }
                read += some;
            }
            request.abort();
        } catch (IOException e) {
            request.abort();
        }
        return read;
    }

    private static InputStream content(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    private static @Nullable String value(@Nullable Header header) {
        return header == null ? null : header.getValue();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static CloseableHttpClient client(Timeout timeout, DnsResolver resolver) {
        var http1 = Http1Config.custom()
                .setMaxLineLength(BUFFER)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http1)
                        .build())
                .setDnsResolver(resolver)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setValidateAfterInactivity(BUSY)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .evictIdleConnections(IDLE)
                .setUserAgent("Parley-Webhooks")
                .disableContentCompression()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}
