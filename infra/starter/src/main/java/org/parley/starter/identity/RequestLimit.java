package org.parley.starter.identity;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.parley.starter.web.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many requests a second for each client, and twice as many at once; who sends more is told when to come again. Each
 * copy of the service counts for itself. It protects from a client that has lost its way, not from an attack.
 */
final class RequestLimit extends OncePerRequestFilter {

    private static final int MOST_CLIENTS = 10_000;

    private final long perSecond;
    private final ProblemWriter problems;
    private final Map<String, Bucket> buckets = new Buckets();

    RequestLimit(long perSecond, ProblemWriter problems) {
        this.perSecond = perSecond;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var client = request.getRemoteUser();
        if (client == null) {
            chain.doFilter(request, response);
            return;
        }
        var probe = bucket(client).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            var wait = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
            problems.tooMany(response, wait, perSecond);
        }
    }

    private Bucket bucket(String client) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    client,
                    _ -> Bucket.builder()
                            .addLimit(limit ->
                                    limit.capacity(2 * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                            .build());
        }
    }

    /** Of the clients seen last. */
    private static final class Buckets extends LinkedHashMap<String, Bucket> {
        private static final long serialVersionUID = 1L;

        Buckets() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    }
}
