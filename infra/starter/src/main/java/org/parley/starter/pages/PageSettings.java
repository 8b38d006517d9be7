package org.parley.starter.pages;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages there are, and for whom.
 *
 * @param rules the first one that names a path decides; what none names is no page
 * @param open patterns of pages for everybody, which learn nothing of a log-in
 * @param xsrfCookie a name that no other app of this host uses, since ports share cookies
 * @param denied what someone is told whose role opens none of a rule's pages
 */
@ConfigurationProperties("parley.pages")
record PageSettings(
        List<Rule> rules,
        @DefaultValue List<String> open,
        String xsrfCookie,

        @DefaultValue("This page is for other roles than yours.")
        String denied) {

    /**
     * @param paths patterns, as {@code /cases/**}
     * @param roles words of the claim {@code roles}, any of them
     */
    record Rule(List<String> paths, List<String> roles) {
        Rule {
            paths = List.copyOf(paths);
            roles = List.copyOf(roles);
        }

        String[] patterns() {
            return paths.toArray(String[]::new);
        }
    }

    PageSettings {
        rules = List.copyOf(rules);
        open = List.copyOf(open);
    }

    String[] patterns() {
        return rules.stream().flatMap(rule -> rule.paths().stream()).toArray(String[]::new);
    }
}
