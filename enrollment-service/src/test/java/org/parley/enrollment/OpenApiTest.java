package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API as it is checked in beside the other contracts: nobody changes an API without seeing it. */
@ParleyTest
class OpenApiTest {

    private static final Path CHECKED_IN = Path.of("../infra/contracts/openapi/enrollment-service.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @LocalServerPort
    private int port;

    /** After a change that is meant: run it with {@code -Dparley.openapi.write=true} and look at what differs. */
    @Test
    void isWhatTheServiceSays() throws Exception {
        var told = told();
        if (Boolean.getBoolean("parley.openapi.write")) {
            Files.createDirectories(CHECKED_IN.getParent());
            Files.writeString(CHECKED_IN, JSON.writeValueAsString(told) + "\n");
        }
        assertThat(String.valueOf(told.get("openapi"))).startsWith("3.1");
        assertThat(JSON.writeValueAsString(told)).isEqualToIgnoringNewLines(Files.readString(CHECKED_IN));
    }

    /** Without where the service is, which differs from run to run. */
    private Map<String, Object> told() {
        @SuppressWarnings("unchecked")
        Map<String, Object> all = JSON.treeToValue(Person.anybody(port).readsApi(), TreeMap.class);
        all.remove("servers");
        return all;
    }
}
