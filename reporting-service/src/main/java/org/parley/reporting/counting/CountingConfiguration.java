package org.parley.reporting.counting;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.Producer;
import org.parley.starter.topics.TopicNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class CountingConfiguration {

    @Bean
    Rollups rollups(MongoDatabaseFactory store) {
        return new Rollups(store.getMongoDatabase());
    }

    @Bean
    Counting counting(
            MongoDatabaseFactory store,
            Rollups rollups,
            MeterRegistry meters,
            Producer<String, byte[]> producer,
            TopicNames topics,
            JsonMapper json) {
        var database = store.getMongoDatabase();
        return new Counting(
                new Facts(database),
                rollups,
                new Cursors(database),
                new CountingMeters(meters),
                new PartialsTopic(producer, topics.physical(PartialsTopic.NAME), json));
    }
}
