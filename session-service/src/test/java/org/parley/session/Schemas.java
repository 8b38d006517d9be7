package org.parley.session;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.parley.testing.Topic;

/** The schemas of the contracts. */
final class Schemas {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Schemas() {}

    /** What a record breaks of its type's schema; nothing, it is hoped. */
    static List<String> breaches(ConsumerRecord<String, byte[]> told) {
        var type = Topic.headers(told).get("ce_type");
        return SCHEMAS
                .getSchema(SchemaLocation.of("classpath:/contracts/schemas/" + type + ".json"))
                .validate(new String(told.value(), StandardCharsets.UTF_8), InputFormat.JSON)
                .stream()
                .map(error -> type + " " + error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
