package org.parley.referral.http;

import org.junit.jupiter.api.Test;
import org.parley.referral.process.ReferralService;
import org.parley.testing.OpenApiDescription;
import org.springframework.boot.test.web.server.LocalServerPort;

@ReferralService
class OpenApiTest {

    @LocalServerPort
    private int port;

    @Test
    void isWhatTheServiceSays() throws Exception {
        OpenApiDescription.isCheckedIn("referral-service", port);
    }
}
