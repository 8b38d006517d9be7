package org.parley.referral.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/** Everybody sees what is before them, and nobody who is concerned. */
@ReferralService
class CaseListPagesTest {

    @LocalServerPort
    private int port;

    private MockMvcTester mvc;

    @BeforeEach
    void aBrowser(@Autowired WebApplicationContext context) {
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
    }

    private static RequestPostProcessor person(String role, Map<String, Object> claims) {
        return SecurityMockMvcRequestPostProcessors.oidcLogin()
                .idToken(token -> {
                    token.subject(role).claim("roles", List.of(role));
                    claims.forEach(token::claim);
                })
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    private String page(String path, RequestPostProcessor person) throws Exception {
        var answer = mvc.get().uri(path).with(person).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    @Test
    void aReferralStandsInTheListsOfThoseItConcerns() throws Exception {
        var body = Precinct.between("lists-1", "Canary One", "Canary Two")
                .replace("SOMEWHERE", "CANARY")
                .replace("PCT-075", "PCT-110")
                .replace("NEIGHBOR", "PETS");
        var id = Precinct.of(port, "PCT-110").posts(body).is(201).id();
        var cms = Center.of(port, "cms");
        await().untilAsserted(() -> assertThat(cms.hasBeenTold(id)).contains("OFFER"));

        var center = page("/center", person("center-staff", Map.of("center", "cms")));
        assertThat(center).contains("<h1>Cases of my center</h1>", "Pets", "Waits for your answer", "by ");
        var precinct = page("/precinct", person("officer", Map.of("command", "PCT-110")));
        assertThat(precinct).contains("Referrals of my command", "Pets", "A center is asked");
        cms.accepts(id).is(200);
        center = page("/center", person("center-staff", Map.of("center", "cms")));
        precinct = page("/precinct", person("officer", Map.of("command", "PCT-110")));
        assertThat(precinct).contains("A center has taken it").doesNotContain("Overdue", "by Mon");
        assertThat(center + precinct).doesNotContainIgnoringCase("canary").doesNotContain("0142", "one.example");

        assertThat(page("/precinct", person("officer", Map.of("command", "PCT-001"))))
                .contains("Nothing is waiting");
    }

    @Test
    void whatNobodyTakesStandsInTheCoordinatorsList() throws Exception {
        var id = Precinct.of(port, "PCT-110")
                .posts(Precinct.noise("lists-2").replace("PCT-075", "PCT-110").replace("NOISE", "WORKPLACE"))
                .is(201)
                .id();
        Center.of(port, "cms").declines(id, "NO_CAPACITY").is(200);
        await().untilAsserted(() -> assertThat(page("/coordination", person("coordinator", Map.of())))
                .contains("Workplace", "Needs a center"));
    }

    @Test
    void whoSpeaksForNobodyHasNoList() {
        assertThat(mvc.get().uri("/center").with(person("center-staff", Map.of())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/center").with(person("officer", Map.of("command", "PCT-110"))))
                .hasStatus(403);
        assertThat(mvc.get().uri("/center?cursor=nonsense").with(person("center-staff", Map.of("center", "cms"))))
                .hasStatus(422);
    }
}
