package org.parley.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private static final String METRICS = """
            # TYPE mongodb_driver_commands_seconds summary
            mongodb_driver_commands_seconds_count{application="a",collection="feed",command="insert",database="d",status="SUCCESS"} 10
            mongodb_driver_commands_seconds_count{application="a",collection="feed",command="insert",database="d",status="FAILED"} 2
            mongodb_driver_commands_seconds_sum{application="a",collection="feed",command="insert",database="d",status="FAILED"} 99.5
            mongodb_driver_commands_seconds_count{application="a",collection="unknown",command="ping",database="d",status="SUCCESS"} 4
            kafka_producer_record_send_total{application="a",client_id="producer-1",spring_id="relay"} 40.0
            """;

    @Test
    void addsUpCommandsByCollectionAndRecords() {
        assertThat(Operations.parse(METRICS).counts()).isEqualTo(Map.of("feed insert", 12.0, "records", 40.0));
    }

    @Test
    void tellsThemPerUnitOfWork() {
        var before = new Operations(Map.of("feed insert", 2.0, "records", 40.0));

        assertThat(Operations.parse(METRICS).since(before, 5).byName()).isEqualTo(Map.of("op feed insert", 2.0));
    }
}
