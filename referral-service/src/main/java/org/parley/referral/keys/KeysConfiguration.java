package org.parley.referral.keys;

import java.security.GeneralSecurityException;
import org.parley.starter.keys.KeptKeys;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class KeysConfiguration {

    @Bean
    Keys keys(KeySettings settings, MongoTemplate mongo) throws GeneralSecurityException {
        return Keys.from(settings, new KeptKeys(mongo.getCollection("keys"), "parley.referral.keys")::get);
    }
}
