package org.parley.referral;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.parley.testing.Backing;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts copies of the service side by side, or one after the other, on the same store and topics. */
public final class Copies {

    private Copies() {}

    /** @param settings as {@code name=value} */
    public static ConfigurableApplicationContext start(String scope, String... settings) {
        var all = new LinkedHashMap<String, Object>(Backing.settings(scope, "referral-service"));
        all.put("server.port", "0");
        Arrays.stream(settings).forEach(setting -> {
            var equals = setting.indexOf('=');
            all.put(setting.substring(0, equals), setting.substring(equals + 1));
        });
        return new SpringApplicationBuilder(ReferralApplication.class)
                .initializers(context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("copy", all)))
                .run();
    }

    public static int port(ConfigurableApplicationContext copy) {
        return Integer.parseInt(String.valueOf(copy.getEnvironment().getProperty("local.server.port")));
    }
}
