package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.enrollment.ui.Login;
import org.parley.testing.ParleyTest;
import org.parley.testing.pages.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** A certificate on paper, before whoever reads the code on it, and before the coordinator who takes it back. */
@ParleyTest(properties = "parley.enrollment.public-address=https://trainings.example.org")
class CertificatePagesTest {

    private static final int SCALE = 4;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

    @LocalServerPort
    int port;

    private final UUID officer = UUID.randomUUID();
    private Visitor phone;
    private Visitor colleague;
    private Visitor coordinator;
    private Visitor anybody;

    @BeforeEach
    void logIn(@Autowired WebApplicationContext context) {
        phone = Visitor.of(context, Login.officer(officer, "PCT-075"));
        colleague = Visitor.of(context, Login.officer(UUID.randomUUID(), "PCT-075"));
        coordinator = Visitor.of(context, Login.as("coordinator"));
        anybody = Visitor.of(context, request -> request);
    }

    @Test
    void anOfficerPrintsTheirCertificate() {
        var training = Certified.since(port, 40, officer);
        var certificate = Certified.of(training, officer);

        assertThat(phone.sees("/trainings") + phone.sees("/trainings/" + training))
                .contains("/my-certificates\"", "/my-certificates/" + certificate);
        assertThat(phone.sees("/my-certificates")).contains("/my-certificates/" + certificate, "Valid");
        var page = phone.asks("/my-certificates/" + certificate);
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(
                        certificate.toString(),
                        "The full process; Micro-interventions; Mediation centers",
                        "<dd>32</dd>",
                        "<strong>Valid</strong>",
                        "<p class=\"name\"><span>Name</span></p>")
                .doesNotContain(officer.toString(), "style=");
        assertThat(page)
                .headers()
                .hasHeaderSatisfying(
                        "Cache-Control", kept -> assertThat(kept.getFirst()).contains("no-store"));
    }

    @Test
    void theCodeLeadsToTheAddressOfTheSettingsWhateverTheRequestSays() throws Exception {
        var certificate = Certified.of(Certified.since(port, 40, officer), officer);
        var page = phone.mvc()
                .get()
                .uri("/my-certificates/" + certificate)
                .header("Host", "evil.example.com")
                .header("X-Forwarded-Host", "evil.example.com")
                .with(phone.person())
                .exchange();

        var address = "https://trainings.example.org/certificates/" + certificate;
        assertThat(read(Visitor.text(page))).isEqualTo(address);
        assertThat(Visitor.text(page))
                .contains("QR code that leads to " + address)
                .doesNotContain("evil");
    }

    @Test
    void nobodyElseSeesAnOfficersPaper() {
        var training = Certified.since(port, 40, officer);
        var certificate = Certified.of(training, officer);

        assertThat(colleague.asks("/my-certificates/" + certificate)).hasStatus(404);
        assertThat(colleague.sees("/my-certificates")).doesNotContain(certificate.toString());
        assertThat(phone.asks("/my-certificates/" + UUID.randomUUID())).hasStatus(404);
        assertThat(phone.asks("/my-certificates/1")).hasStatus(404);
        assertThat(coordinator.asks("/my-certificates/" + certificate)).hasStatus(403);
        assertThat(anybody.asks("/my-certificates/" + certificate)).hasStatus(302);
    }

    @Test
    void anybodyLearnsWhetherItIsValidAndNothingElse() {
        var training = Certified.since(port, 40, officer);
        var path = "/certificates/" + Certified.of(training, officer);

        var page = anybody.asks(path);
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("Valid until ")
                .doesNotContain(officer.toString(), training.toString(), "75", "held", "BROOKLYN", "Sign out", "_csrf");
        assertThat(page).headers().doesNotContainHeader("Set-Cookie");
        assertThat(anybody.asks("/certificates/" + UUID.randomUUID()))
                .hasStatus(404)
                .bodyText()
                .contains("Not found");
        assertThat(anybody.asks("/certificates/1")).hasStatus(404).bodyText().contains("<h1>");
        assertThat(anybody.asks(path + "/officer")).hasStatus(404);
    }

    @Test
    void aCertificateOfLongAgoHasExpired() {
        var certificate = Certified.of(Certified.since(port, 800, officer), officer);

        assertThat(anybody.sees("/certificates/" + certificate)).contains("Expired", "It was valid until ");
        assertThat(phone.sees("/my-certificates")).contains(certificate.toString());
        assertThat(phone.sees("/my-certificates/" + certificate)).contains("<strong>Expired</strong>");
    }

    @Test
    void aCoordinatorRevokesItAndEverybodyKnowsAtOnce(@Autowired WebApplicationContext context) {
        var training = Certified.since(port, 40, officer);
        var certificate = Certified.of(training, officer);
        var list = "/cohorts/" + training + "/enrollments/" + Ids.enrollment(training, officer) + "/certificates";
        var revoke = list + "/" + certificate + "/revoke";
        assertThat(coordinator.sees("/cohorts/" + training)).contains("href=\"" + list + "\"");
        assertThat(coordinator.sees(list)).contains(revoke, certificate.toString(), "Issued in error");

        assertThat(coordinator.sends(revoke, Map.of("reason", "BECAUSE")))
                .hasStatus(422)
                .bodyText()
                .contains("revoke-" + certificate + "-reason-wrong", "revoke-" + certificate + "-sure-wrong");
        assertThat(coordinator.sends(revoke, Map.of("reason", "ISSUED_IN_ERROR")))
                .hasStatus(422);
        assertThat(anybody.sees("/certificates/" + certificate)).contains("Valid until ");

        assertThat(coordinator.sends(revoke, Map.of("reason", "ISSUED_IN_ERROR", "sure", "true")))
                .hasStatus(302)
                .hasRedirectedUrl(list + "?done=revoke");
        assertThat(anybody.sees("/certificates/" + certificate))
                .contains("Revoked", "counts no longer")
                .doesNotContain("Issued in error");
        assertThat(phone.sees("/my-certificates/" + certificate)).contains("<strong>Revoked</strong>");
        assertThat(coordinator.sees(list)).contains("revoked on").doesNotContain("/revoke\"");
        assertThat(coordinator.sends(revoke, Map.of("reason", "OFFICER_REQUEST", "sure", "true")))
                .hasStatus(409)
                .bodyText()
                .contains("The first day and reason stand.");

        var trainer = Visitor.of(context, Login.trainer(Cohorts.TRAINER));
        assertThat(trainer.sees("/cohorts/" + training)).doesNotContain("/certificates\"");
        assertThat(trainer.asks(list)).hasStatus(403);
        assertThat(trainer.sends(revoke, Map.of("reason", "ISSUED_IN_ERROR", "sure", "true")))
                .hasStatus(403);
        assertThat(coordinator.sendsWithoutToken(revoke, Map.of("reason", "ISSUED_IN_ERROR", "sure", "true")))
                .hasStatus(403);
    }

    @Test
    void aCertificateIsRevokedWhereItBelongs() {
        var training = Certified.since(port, 40, officer);
        var other = UUID.randomUUID();
        var another = Certified.since(port, 40, other);
        var form = Map.of("reason", "ISSUED_IN_ERROR", "sure", "true");

        assertThat(coordinator.sends(
                        "/cohorts/" + training + "/enrollments/" + Ids.enrollment(training, officer) + "/certificates/"
                                + Certified.of(another, other) + "/revoke",
                        form))
                .hasStatus(404);
        assertThat(coordinator.asks(
                        "/cohorts/" + training + "/enrollments/" + Ids.enrollment(another, other) + "/certificates"))
                .hasStatus(404);
        assertThat(anybody.sees("/certificates/" + Certified.of(another, other)))
                .contains("Valid until ");
    }

    /** As a camera would, from what is drawn. */
    private static String read(String page) throws Exception {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"", Pattern.CASE_INSENSITIVE)
                .matcher(page);
        if (!box.find()) {
            throw NotFoundException.getNotFoundInstance();
        }
        var size = Integer.parseInt(box.group(1)) * SCALE;
        var pixels = new int[size * size];
        Arrays.fill(pixels, 0xffffff);
        var runs = RUN.matcher(page);
        while (runs.find()) {
            var left = Integer.parseInt(runs.group(1)) * SCALE;
            var top = Integer.parseInt(runs.group(2)) * SCALE;
            for (var y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * size + left, y * size + left + Integer.parseInt(runs.group(3)) * SCALE, 0);
            }
        }
        var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
        return new QRCodeReader().decode(seen).getText();
    }
}
