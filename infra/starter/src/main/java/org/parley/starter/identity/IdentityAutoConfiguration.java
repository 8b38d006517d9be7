package org.parley.starter.identity;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.parley.starter.web.ProblemWriter;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every service is an OAuth2 resource server: a bearer token for all under `/v1` and for operations, roles as
 * authorities (`ROLE_<role word>`), audience checked. What isn't named here belongs to a service's pages, which bring a
 * chain of their own; without one it is refused.
 */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableMethodSecurity
class IdentityAutoConfiguration {

    static final String[] API = {"/v1/**", "/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml"};

    @Bean
    @Order(10)
    SecurityFilterChain apiSecurity(HttpSecurity http, ProblemWriter problems, Environment environment) {
        var open = Binder.get(environment)
                .bind("parley.identity.open", String[].class)
                .orElse(new String[0]);
        var perSecond = environment.getProperty("parley.web.requests-per-second", Long.class, 500L);
        if (perSecond > 0) {
            http.addFilterAfter(new RequestLimit(perSecond, problems), SecurityContextHolderAwareRequestFilter.class);
        }
        return http.securityMatcher(API)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("administrator")
                        .anyRequest()
                        .authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A bearer token is never sent by a browser on its own, so there is nothing to forge.
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .withObjectPostProcessor(new IssuerAway(problems))
                        .authenticationEntryPoint((request, response, e) -> problems.unauthenticated(response))
                        .accessDeniedHandler((request, response, e) -> problems.forbidden(response)))
                .build();
    }

    @Bean
    @Order
    SecurityFilterChain nothingElse(HttpSecurity http, ProblemWriter problems) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> problems.notFound(response))
                        .accessDeniedHandler((request, response, e) -> problems.notFound(response)))
                .build();
    }

    @Bean
    WebMvcConfigurer callerArgument() {
        // It comes from the token: nobody has to be told of it in the API's description.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }
}
