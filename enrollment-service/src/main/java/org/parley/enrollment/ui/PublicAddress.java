package org.parley.enrollment.ui;

import java.net.URI;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the code on a certificate leads, and a link to an evaluation. It is told, never taken from a request: what a request
 * says of its host is anybody's word, and paper lasts for years.
 *
 * @param publicAddress of this service, as everybody reaches it
 */
@ConfigurationProperties("parley.enrollment")
record PublicAddress(@DefaultValue("http://127.0.0.1:8081") URI publicAddress) {

    PublicAddress {
        var scheme = publicAddress.getScheme();
        if (publicAddress.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException("parley.enrollment.public-address must be an http or https address");
        }
    }

    URI certificate(UUID id) {
        return publicAddress.resolve("/certificates/" + id);
    }

    /** What is behind the # stays in the browser: no server or proxy on the way sees it. */
    URI evaluation(String token) {
        return publicAddress.resolve("/evaluation#" + token);
    }
}
