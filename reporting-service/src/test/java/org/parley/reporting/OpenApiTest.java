package org.parley.reporting;

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
        OpenApiDescription.isCheckedIn("reporting-service", port);
    }
}
