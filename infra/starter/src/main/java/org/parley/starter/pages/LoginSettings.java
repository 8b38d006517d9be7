package org.parley.starter.pages;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/**
 * Where people log in. Each endpoint is named, so that nothing is asked of the issuer at start.
 *
 * @param issuer what it says it is in its tokens
 * @param keys where its public keys are
 * @param logout where its own session is ended
 */
@ConfigurationProperties("parley.login")
record LoginSettings(
        String clientId, String clientSecret, String issuer, URI authorization, URI token, URI keys, URI logout) {

    static final String REGISTRATION = "parley";

    ClientRegistration registration() {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientName("Parley")
                .clientId(clientId)
                .clientSecret(clientSecret)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile")
                .issuerUri(issuer)
                .authorizationUri(authorization.toString())
                .tokenUri(token.toString())
                .jwkSetUri(keys.toString())
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", logout.toString()))
                .build();
    }

    /** Scheme, host and port of the issuer, where the log-out form leads in the end. */
    String origin() {
        return logout.getScheme() + "://" + logout.getRawAuthority();
    }
}
