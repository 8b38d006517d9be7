package org.parley.referral.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who has the whole store and the service's own keys. */
public record LeftKeys(List<ECKey> keys) {

    public static LeftKeys of(ApplicationContext copy) {
        var master = copy.getBean(Keys.class).contacts();
        var keys = new ArrayList<ECKey>();
        for (var stored : copy.getBean(MongoTemplate.class)
                .getCollection("intake-keys")
                .find()
                .into(new ArrayList<Document>())) {
            try {
                var kid = stored.getString("_id");
                var key = master.decrypt(stored.get("key", Binary.class).getData(), kid.getBytes(UTF_8));
                keys.add(ECKey.parse(new String(key, UTF_8)));
            } catch (GeneralSecurityException | ParseException e) {
                throw new IllegalStateException(e);
            }
        }
        return new LeftKeys(keys);
    }

    public List<String> ids() {
        return keys.stream().map(ECKey::getKeyID).sorted().toList();
    }

    /** Whether any of them opens it, whatever it says it is for. */
    public boolean open(String envelope) {
        return keys.stream().anyMatch(key -> {
            try {
                JWEObject.parse(envelope).decrypt(new ECDHDecrypter(key));
                return true;
            } catch (ParseException | JOSEException e) {
                return false;
            }
        });
    }
}
