package org.parley.referral.routing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    @Bean
    Directory directory(@Value("${parley.referral.centers}") Resource centers) throws IOException {
        try (var file = new InputStreamReader(centers.getInputStream(), StandardCharsets.UTF_8)) {
            return Directory.read(file);
        }
    }
}
