package org.parley.starter.web;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a body may be.
 *
 * @param maxBodyOf by path, where one takes more or less than all others
 */
@ConfigurationProperties("parley.web")
record BodySettings(
        @DefaultValue("256KB") DataSize maxBody,
        @DefaultValue Map<String, DataSize> maxBodyOf) {

    BodySettings {
        maxBodyOf = Map.copyOf(maxBodyOf);
    }

    long most(String path) {
        return maxBodyOf.getOrDefault(path, maxBody).toBytes();
    }
}
