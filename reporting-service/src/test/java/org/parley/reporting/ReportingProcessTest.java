package org.parley.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.parley.testing.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Events in on a real broker, figures out. */
@ParleyTest
class ReportingProcessTest {

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    @Test
    void countsAReferralFromSubmissionToItsEnd() {
        var id = UUID.randomUUID().toString();
        Golden.referral("submitted").with("id", id).sendTo(topics.named("parley.referrals.v1"), 1);
        Golden.referral("offered").with("id", id).sendTo(topics.named("parley.referrals.v1"), 2);
        Golden.referral("accepted").with("id", id).sendTo(topics.named("parley.referrals.v1"), 3);
        Golden.referral("closed").with("id", id).sendTo(topics.named("parley.referrals.v1"), 4);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(Api.analyst(port).total("referrals-closed")).isEqualTo(1);
        });
        System.out.println(Api.analyst(port)
                .get("/v1/metrics/referrals-submitted?by=command,type,center&interval=day")
                .body());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(topics.named("parley.metrics.v1").records()).isNotEmpty();
        });
        topics.named("parley.metrics.v1")
                .records()
                .forEach(r -> System.out.println(r.key() + " " + new String(r.value())));
    }
}
