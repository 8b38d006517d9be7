package org.parley.local.issuer;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.local.Options;
import org.parley.local.Parent;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * OAuth2 and OpenID Connect for one machine, on 127.0.0.1 only:
 * {@code --server.port=8080 --parley.issuer=URI --parley.data=FOLDER --parley.dashboard=URI --parley.referrals=URI
 * --parley.sessions=URI --parley.enrollment=URI [--ends-with-parent]}.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuerSettings.class)
public class Issuer {

    public static void main(String... arguments) {
        if (Options.of(arguments).has("ends-with-parent")) {
            Parent.endWithIt();
        }
        System.setProperty("spring.config.name", "issuer");
        var context = SpringApplication.run(Issuer.class, arguments);
        System.out.println(
                "issuer ready on 127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    AuthorizationServerSettings addresses(IssuerSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(IssuerSettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.data())));
    }

    @Bean
    Clients clients(IssuerSettings settings) {
        return new Clients(settings.dashboard(), settings.referrals(), settings.sessions(), settings.enrollment());
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(Account.users().stream()
                .map(user -> User.withUsername(user.id())
                        .password(user.id())
                        .roles(user.role())
                        .build())
                .toList());
    }

    /** Known passwords need no hashing, and hashing is what would make a token slow. */
    @Bean
    PasswordEncoder passwords() {
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                return password == null ? null : password.toString();
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String known) {
                return known != null && password != null && known.contentEquals(password);
            }
        };
    }

    /** Puts the claims of the account into what is issued to it, the log-in of a user as well as a token. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        var clients = Account.clients();
        return token -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                token.getClaims().audience(List.of("parley"));
            }
            var account = clients.get(
                    requireNonNull(token.<Authentication>getPrincipal()).getName());
            if (account != null) {
                token.getClaims().claims(claims -> claims.putAll(claimsOf(account)));
            }
        };
    }

    private static Map<String, Object> claimsOf(Account account) {
        var claims = new HashMap<>(account.claims());
        claims.put("roles", List.of(account.role()));
        return claims;
    }
}
