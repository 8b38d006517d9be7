package org.parley.starter.web;

import jakarta.validation.Validator;
import java.time.Instant;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication
@Import(ProblemAdvice.class)
@EnableConfigurationProperties(BodySettings.class)
class WebAutoConfiguration {

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    Unreadable unreadable(ProblemWriter problems) {
        return new Unreadable(problems);
    }

    /** Behind Boot's own of that kind, so that it is asked first. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> unreadableValve(Unreadable unreadable) {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new UnreadableValve(unreadable)));
    }

    @Bean
    StrictJson strictJson(JsonMapper json, Validator validator) {
        return new StrictJson(json, validator);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrors problemErrors(ProblemWriter problems) {
        return new ProblemErrors(problems);
    }

    /** A number is no text and no instant, though Jackson would make do with one. */
    @Bean
    JsonMapperBuilderCustomizer noGuessing() {
        return json -> {
            json.withCoercionConfig(LogicalType.Textual, NoGuessing::refuseScalars);
            json.addModule(new SimpleModule("strict").addDeserializer(Instant.class, new StrictInstants()));
        };
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter problems, BodySettings settings) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(settings, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
