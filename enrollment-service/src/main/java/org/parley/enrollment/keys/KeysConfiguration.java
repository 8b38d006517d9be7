package org.parley.enrollment.keys;

import org.parley.starter.keys.KeptKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    @Bean
    Keys keys(KeySettings settings, MongoTemplate mongo) {
        return Keys.from(settings, new KeptKeys(mongo.getCollection("keys"), "parley.enrollment.keys")::get);
    }
}
