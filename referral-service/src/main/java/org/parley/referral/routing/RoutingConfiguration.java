package org.parley.referral.routing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    @Bean
    Centers centers(
            MongoTemplate mongo,
            @Value("${parley.referral.centers}") Resource first,
            @Value("${parley.referral.directory-poll:5s}") Duration poll)
            throws IOException {
        try (var file = new InputStreamReader(first.getInputStream(), StandardCharsets.UTF_8)) {
            return new Centers(mongo, CenterFile.read(file), poll);
        }
    }

    @Bean
    Directory directory(Centers centers) {
        return centers.directory();
    }
}
