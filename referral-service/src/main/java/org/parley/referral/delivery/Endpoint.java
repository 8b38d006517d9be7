package org.parley.referral.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Where a subscriber wants to be told. Secrets are kept encrypted and shown once.
 *
 * @param version counts the changes; begins with the time, so that no registration is taken for one before a removal
 * @param formers secrets that were replaced and sign, too, for a while; the newest first
 * @param since when it was registered last
 * @param reason of being disabled
 */
public record Endpoint(
        @Id String subscriber,
        long version,
        URI url,
        Binary secret,
        List<Former> formers,
        Instant since,
        State state,
        @Nullable Reason reason,
        Instant stateSince) {

    /** Whoever rotates again and again has no more than these. */
    private static final int MOST_FORMERS = 3;

    public enum State {
        ACTIVE,
        /** Nothing is sent; its entries wait in the inbox until it is registered again. */
        DISABLED
    }

    public enum Reason {
        /** It said so: 410. */
        GONE,
        /** It has taken nothing for days. */
        FAILING
    }

    public record Former(Binary secret, Instant until) {}

    public Endpoint {
        formers = List.copyOf(formers);
    }

    static Endpoint registered(String subscriber, URI url, Binary secret, Instant now) {
        return new Endpoint(subscriber, now.toEpochMilli(), url, secret, List.of(), now, State.ACTIVE, null, now);
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    boolean isSameRegistration(Endpoint other) {
        return since.equals(other.since);
    }

    /** @param given a secret that counts at once; null to go on with those there are */
    Endpoint registeredAgain(URI newUrl, @Nullable Binary given, Instant now) {
        return new Endpoint(
                subscriber,
                version + 1,
                newUrl,
                given == null ? secret : given,
                given == null ? formers : List.of(),
                now,
                State.ACTIVE,
                null,
                now);
    }

    Endpoint rotated(Binary next, Instant now, Instant until) {
        var still = Stream.concat(Stream.of(new Former(secret, until)), valid(now))
                .limit(MOST_FORMERS)
                .toList();
        return new Endpoint(subscriber, version + 1, url, next, still, since, state, reason, stateSince);
    }

    Endpoint disabled(Reason why, Instant now) {
        return new Endpoint(subscriber, version + 1, url, secret, formers, since, State.DISABLED, why, now);
    }

    /** The secrets to sign with. */
    Stream<Binary> secrets(Instant now) {
        return Stream.concat(Stream.of(secret), valid(now).map(Former::secret));
    }

    private Stream<Former> valid(Instant now) {
        return formers.stream().filter(former -> former.until().isAfter(now));
    }

    @Override
    public String toString() {
        return "Endpoint[" + subscriber + "]";
    }
}
