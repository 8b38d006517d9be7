package org.parley.reporting.releases;

import java.time.Clock;
import org.parley.reporting.counting.Cuts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReleaseSettings.class)
class ReleasesConfiguration {

    @Bean
    Releases releases(MongoDatabaseFactory store, Cuts cuts, ReleaseSettings settings, Clock clock) {
        return new Releases(new ReleaseStore(store.getMongoDatabase()), cuts, settings, clock);
    }
}
