package org.parley.local.issuer;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param issuer what tokens say they are from
 * @param data folder of the signing key
 * @param dashboard where a browser finds reporting-service
 * @param referrals where a browser finds referral-service
 * @param sessions where a browser finds session-service
 * @param enrollment where a browser finds enrollment-service
 */
@ConfigurationProperties("parley")
record IssuerSettings(URI issuer, Path data, URI dashboard, URI referrals, URI sessions, URI enrollment) {}
