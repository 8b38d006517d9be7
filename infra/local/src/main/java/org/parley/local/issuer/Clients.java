package org.parley.local.issuer;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Test clients; the secret of each is its id. */
final class Clients implements RegisteredClientRepository {

    private static final String DASHBOARD = "reporting-dashboard";
    private static final String REFERRALS = "referral-pages";
    private static final String SESSIONS = "session-pages";
    private static final String ENROLLMENT = "enrollment-pages";

    private final Map<String, RegisteredClient> byId;

    /**
     * @param referrals where a browser finds referral-service
     * @param sessions where a browser finds session-service
     * @param enrollment where a browser finds enrollment-service
     */
    Clients(URI dashboard, URI referrals, URI sessions, URI enrollment) {
        byId = Stream.concat(
                        Account.clients().keySet().stream().map(Clients::forItself),
                        Stream.of(
                                pages(DASHBOARD, dashboard),
                                pages(REFERRALS, referrals),
                                pages(SESSIONS, sessions),
                                pages(ENROLLMENT, enrollment)))
                .collect(Collectors.toUnmodifiableMap(RegisteredClient::getClientId, Function.identity()));
    }

    private static RegisteredClient forItself(String id) {
        return with(id).authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    /** The pages of one service, under both names of this machine. */
    private static RegisteredClient pages(String id, URI address) {
        var client = with(id).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE);
        for (var host : new String[] {"127.0.0.1", "localhost"}) {
            var base = "http://" + host + ":" + address.getPort();
            client.redirectUri(base + "/login/oauth2/code/parley")
                    .postLogoutRedirectUri(base)
                    .postLogoutRedirectUri(base + "/");
        }
        return client.build();
    }

    private static RegisteredClient.Builder with(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientSettings(ClientSettings.builder().requireProofKey(false).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofHours(1))
                        .build());
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("the test clients are fixed");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byId.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return byId.get(clientId);
    }
}
