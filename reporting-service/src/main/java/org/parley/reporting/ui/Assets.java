package org.parley.reporting.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The addresses of the page's libraries, for its templates. */
@ControllerAdvice(assignableTypes = DashboardController.class)
@EnableConfigurationProperties(Assets.Settings.class)
class Assets {

    @ConfigurationProperties("parley.assets")
    record Settings(String htmx, String pico, String echarts) {}

    private final Settings settings;

    Assets(Settings settings) {
        this.settings = settings;
    }

    @ModelAttribute("assets")
    Settings assets() {
        return settings;
    }
}
