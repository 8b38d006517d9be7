package org.parley.referral.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class KeysConfiguration {

    @Bean
    Keys keys(KeySettings settings, MongoTemplate mongo) throws GeneralSecurityException {
        AeadConfig.register();
        var tink = RegistryConfiguration.get();
        var kept = new KeptKeys(mongo.getCollection("keys"));
        return new Keys(
                new HashKey(key(kept, "fingerprints", settings.fingerprints(), KeysConfiguration::random)),
                new HashKey(key(kept, "places", settings.places(), KeysConfiguration::random)),
                aead(key(kept, "contacts", settings.contacts(), () -> keyset(tink)), tink),
                tink);
    }

    private static byte[] key(KeptKeys kept, String name, @Nullable String given, Supplier<byte[]> make) {
        return given == null ? kept.get(name, make) : Base64.getDecoder().decode(given);
    }

    private static byte[] random() {
        var key = new byte[HashKey.BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static byte[] keyset(com.google.crypto.tink.Configuration tink) {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
            return TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get(), tink);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Aead aead(byte[] keyset, com.google.crypto.tink.Configuration tink) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), tink)
                .getPrimitive(tink, Aead.class);
    }
}
