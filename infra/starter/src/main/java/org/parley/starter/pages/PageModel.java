package org.parley.starter.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.starter.identity.Caller;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame needs of every page. */
@ConditionalOnProperty("parley.login.client-id")
@ControllerAdvice(annotations = PageController.class)
class PageModel {

    private final Map<String, String> assets;

    PageModel(Environment environment) {
        this.assets = Map.copyOf(Binder.get(environment)
                .bind("parley.assets", Bindable.mapOf(String.class, String.class))
                .get());
    }

    /** The addresses of the pages' libraries. */
    @ModelAttribute("assets")
    Map<String, String> assets() {
        return assets;
    }

    /** Who is logged in, if anybody is. */
    @ModelAttribute("user")
    @Nullable
    String user(HttpServletRequest request) {
        return Caller.of(request.getUserPrincipal()).map(Caller::id).orElse(null);
    }
}
