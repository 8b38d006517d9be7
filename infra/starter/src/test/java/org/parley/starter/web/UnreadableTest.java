package org.parley.starter.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.testing.ParleyTest;
import org.parley.testing.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sent as bytes, since no client would send it otherwise. */
@ParleyTest
class UnreadableTest {

    @LocalServerPort
    private int port;

    /** By Tomcat most of them, the others by the firewall in front of the filters. */
    static Stream<String> unreadable() {
        return Stream.of(
                "/%00",
                "/a%00b",
                "/%",
                "/%z",
                "/%zz",
                "/%c0%af",
                "/a%5cb",
                "/a%2fb",
                "/a%0ab",
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc",
                "//",
                "//a",
                "/;a=b",
                "/%3ba",
                "/%25");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aPathThatCantBeReadIsAProblem(String path) throws Exception {
        for (var accept : List.of("application/json", "text/html", "*/*")) {
            isAProblem(asks("/v1" + path, "Accept: " + accept));
        }
        isAProblem(asks("//v1/things", "Accept: text/html"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aPersonIsToldOnAPage(String path) throws Exception {
        assertThat(asks("/shelf" + path, "Accept: text/html,*/*"))
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: text/html;charset=UTF-8")
                .contains("<h1>Not readable</h1>", "<a href=\"/\">")
                .doesNotContain("Tomcat", "Exception", path);
        isAProblem(asks("/shelf" + path, "Accept: application/json"));
    }

    /** Where the address has characters that it must not have, nobody looks at headers any more. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/a|b", "/v1/a\\b", "/v1/\u00e9", "/v1/a b", "/shelf|"})
    void anAddressOfWrongCharactersIsAProblemForEverybody(String path) throws Exception {
        isAProblem(asks(path, "Accept: text/html"));
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 70_000})
    void anAddressThatIsTooLongIsAProblem(int length) throws Exception {
        isAProblem(asks("/v1/" + "x".repeat(length), "Accept: */*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=%zz", "page=%00", "%00=1&page=x", "page=%", "page=1&%zz", "page=\u0001"})
    void aQueryThatCantBeReadIsNoFaultOfOurs(String query) throws Exception {
        var token = TestIssuer.token("workshop", List.of("maker"), Map.of());
        assertThat(asks("/v1/things?" + query, "Authorization: Bearer " + token))
                .startsWith("HTTP/1.1 4")
                .containsIgnoringCase("content-type: application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things", "/window"})
    void whatClaimsToBeInPartsIsNoFaultOfOurs(String path) throws Exception {
        var token = TestIssuer.token("workshop", List.of("maker"), Map.of());
        assertThat(sends("POST", path, "Authorization: Bearer " + token + "\r\nContent-Type: multipart/form-data"))
                .doesNotStartWith("HTTP/1.1 5");
    }

    private static void isAProblem(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"urn:parley:problem:bad-request\"")
                .doesNotContain("<html");
    }

    private String asks(String path, String header) throws IOException {
        return sends("GET", path, header);
    }

    private String sends(String method, String path, String header) throws IOException {
        try (var line = new Socket("127.0.0.1", port)) {
            line.setSoTimeout(20_000);
            var request = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            line.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(line.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
