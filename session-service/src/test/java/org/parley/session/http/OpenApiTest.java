package org.parley.session.http;

import org.junit.jupiter.api.Test;
import org.parley.testing.OpenApiDescription;
import org.parley.testing.ParleyTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ParleyTest
class OpenApiTest {

    @LocalServerPort
    private int port;

    @Test
    void isWhatTheServiceSays() throws Exception {
        OpenApiDescription.isCheckedIn("session-service", port);
    }
}
