package org.parley.starter.pages;

import java.time.Clock;
import org.parley.starter.web.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.thymeleaf.TemplateEngine;

@AutoConfiguration(before = OAuth2ClientAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass({ClientRegistrationRepository.class, TemplateEngine.class})
@ConditionalOnProperty("parley.login.client-id")
@EnableConfigurationProperties({LoginSettings.class, PageSettings.class})
@Import({PageModel.class, PageErrors.class, LoginPages.class})
class PagesAutoConfiguration {

    @Bean
    ClientRegistrationRepository clientRegistrations(LoginSettings login) {
        return new InMemoryClientRegistrationRepository(login.registration());
    }

    /** In front of the other two. */
    @Bean
    @Order(4)
    SecurityFilterChain openPages(HttpSecurity http, PageSettings pages) {
        return OpenPages.chain(http, pages.open());
    }

    /** In front of the one for the API. */
    @Bean
    @Order(5)
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            PageSettings pages,
            LoginSettings login,
            ClientRegistrationRepository clients,
            Clock clock,
            ProblemWriter problems) {
        return new PageSecurity(pages, login, clients, clock, problems).chain(http);
    }
}
