package org.parley.bench.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.parley.bench.harness.VoidRun;

class BooksTest {

    private static final Hook FINE = hook("fine", Behaviour.FINE);
    private static final Hook BUSY = hook("busy", Behaviour.PATIENCE);
    private static final Hook GONE = hook("gone", Behaviour.GONE);
    private static final Offer OFFER = new Offer("r1", "fine", 0, 10_000);

    private static Hook hook(String center, Behaviour behaviour) {
        return new Hook(center, "BRONX", "PCT-040", "NOISE", behaviour);
    }

    private static Receipt receipt(String center, String id, String referral, long at, int answered) {
        return new Receipt(center, id, referral, at, answered, true);
    }

    private static Receipt taken(long at) {
        return receipt("fine", "fine/1", "r1", at, 204);
    }

    private static ThrowingCallable checking(Hook hook, Offer offer, Receipt... receipts) {
        return () -> new Books(List.of(hook), List.of(offer), List.of(receipts)).check();
    }

    private static void isVoid(String why, ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(VoidRun.class).hasMessageContaining(why);
    }

    @Test
    void aDeliveryIsTimedFromTheFeedAndFromThePost() {
        var figures = new Books(List.of(FINE), List.of(OFFER), List.of(taken(30_000)))
                .check()
                .figures();

        assertThat(figures.of("feed p99")).isCloseTo(20, within(0.1));
        assertThat(figures.of("post p99")).isCloseTo(30, within(0.1));
    }

    @Test
    void oneInAHundredIsAboveThe99thPercentile() {
        var offers = IntStream.rangeClosed(1, 200)
                .mapToObj(n -> new Offer("r" + n, "fine", 0, 0))
                .toList();
        var receipts = IntStream.rangeClosed(1, 200)
                .mapToObj(n -> receipt("fine", "fine/" + n, "r" + n, n <= 198 ? 5_000 : 900_000, 204))
                .toList();

        var figures = new Books(List.of(FINE), offers, receipts).check().figures();

        assertThat(figures.of("feed p99")).isCloseTo(5, within(0.1));
    }

    @Test
    void aRepeatUnderTheSameIdIsCountedAndTimedOnce() {
        var figures = new Books(List.of(FINE), List.of(OFFER), List.of(taken(90_000), taken(20_000)))
                .check()
                .figures();

        assertThat(figures.of("repeated")).isEqualTo(1);
        assertThat(figures.of("feed p99")).isCloseTo(10, within(0.1));
    }

    @Test
    void aRepeatUnderAnotherIdIsVoid() {
        isVoid("under two ids", checking(FINE, OFFER, taken(1), receipt("fine", "fine/2", "r1", 2, 204)));
    }

    @Test
    void whatDidNotComeIsVoid() {
        isVoid("lost", checking(FINE, OFFER));
        isVoid("lost", checking(FINE, OFFER, receipt("fine", "fine/1", "r1", 1, 500)));
    }

    @Test
    void aBadOneThatNobodyAskedIsVoid() {
        isVoid("never asked", checking(BUSY, new Offer("r1", "busy", 0, 0)));
    }

    @Test
    void whatCameToAnotherIsVoid() {
        isVoid("not offered", checking(BUSY, OFFER, receipt("busy", "busy/1", "r1", 1, 429)));
        isVoid("has no endpoint", checking(BUSY, OFFER, taken(1)));
    }

    @Test
    void whatCameUnsignedIsVoid() {
        isVoid("unsigned", checking(FINE, OFFER, new Receipt("fine", "fine/1", "r1", 1, 204, false)));
    }

    @Test
    void whoIsGoneIsAskedOnce() throws Throwable {
        var offer = new Offer("r1", "gone", 0, 0);
        var once = receipt("gone", "gone/1", "r1", 1, 410);

        checking(GONE, offer, once).call();
        isVoid("is gone", checking(GONE, offer, once, receipt("gone", "gone/1", "r1", 60_000_000, 410)));
    }

    @Test
    void whoAsksForPatienceIsLeftAloneUntilThen() throws Throwable {
        var offer = new Offer("r1", "busy", 0, 0);
        var first = receipt("busy", "busy/1", "r1", 0, 429);

        checking(BUSY, offer, first, receipt("busy", "busy/1", "r1", 10_000_000, 429))
                .call();
        isVoid("10 s of patience", checking(BUSY, offer, first, receipt("busy", "busy/1", "r1", 9_999_000, 429)));
    }
}
