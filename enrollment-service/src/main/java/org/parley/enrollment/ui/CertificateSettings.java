package org.parley.enrollment.ui;

import java.net.URI;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the code on a certificate leads. It is told, never taken from a request: what a request says of its host is
 * anybody's word, and paper lasts for years.
 *
 * @param publicAddress of this service, as everybody reaches it
 */
@ConfigurationProperties("parley.enrollment")
record CertificateSettings(
        @DefaultValue("http://127.0.0.1:8081") URI publicAddress) {

    CertificateSettings {
        var scheme = publicAddress.getScheme();
        if (publicAddress.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException("parley.enrollment.public-address must be an http or https address");
        }
    }

    URI of(UUID certificate) {
        return publicAddress.resolve("/certificates/" + certificate);
    }
}
