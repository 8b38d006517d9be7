package org.parley.referral.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final byte[] TEXT = "text".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private byte[] binary = {};
    private String json = "";

    @BeforeEach
    void aKeysetIsThere() throws GeneralSecurityException {
        AeadConfig.register();
        var tink = RegistryConfiguration.get();
        var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
        binary = TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get(), tink);
        json = TinkJsonProtoKeysetFormat.serializeKeyset(handle, tink, InsecureSecretKeyAccess.get());
    }

    private static Keys keys(@Nullable String given, @Nullable String uri) throws GeneralSecurityException {
        return Keys.from(new KeySettings(null, null, given, uri), (_, make) -> make.get());
    }

    private String file(byte[] content) throws IOException {
        return Files.write(folder.resolve("master"), content).toUri().toString();
    }

    @Test
    void isTheSameFromASettingAFileAndAFileAsJson() throws Exception {
        var sealed = keys(Base64.getEncoder().encodeToString(binary), null)
                .contacts()
                .encrypt(TEXT, TEXT);
        assertThat(keys(null, file(binary)).contacts().decrypt(sealed, TEXT)).isEqualTo(TEXT);
        assertThat(keys(null, file((json + "\n").getBytes(UTF_8))).contacts().decrypt(sealed, TEXT))
                .isEqualTo(TEXT);
    }

    @Test
    void isElsewhereWhereAClientOnTheClassPathKnowsTheUri() throws Exception {
        var sealed = keys(null, FakeKms.URI).contacts().encrypt(TEXT, TEXT);
        assertThat(keys(" ", FakeKms.URI).contacts().decrypt(sealed, TEXT)).isEqualTo(TEXT);
    }

    @Test
    void isGivenInOneWayOnly() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> keys(Base64.getEncoder().encodeToString(binary), FakeKms.URI))
                .withMessage("Only one of parley.referral.keys.contacts and parley.referral.keys.contacts-uri"
                        + " may be given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:/there/is/nothing",
                "file:relative",
                "file:",
                "aws-kms://arn:aws:kms:us-east-1:1:key/1",
                "fake-kms://another",
                "/without/scheme"
            })
    void stopsTheStartWithASentenceWhenItIsNotThere(String uri) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> keys(null, uri))
                .withMessageStartingWith("parley.referral.keys.contacts-uri: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"key\": [{\"keyData\": {\"value\": \"Canary\"}}]}", "canary", ""})
    void tellsNothingOfAFileThatIsNoKey(String content) throws IOException {
        var uri = file(content.getBytes(UTF_8));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> keys(null, uri))
                .withMessage("parley.referral.keys.contacts-uri: not a Tink keyset with an AEAD key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "AAAA"})
    void stopsTheStartWithASentenceWhenTheSettingIsNoKey(String given) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> keys(given, null))
                .withMessageStartingWith("parley.referral.keys.contacts: not ");
    }
}
