package org.parley.referral.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteAeadTest {

    private static final byte[] TEXT = "text".getBytes(UTF_8);
    private static final byte[] PLACE = "place".getBytes(UTF_8);

    private final RemoteAead aead = new RemoteAead(FakeKms.aead());

    @AfterEach
    void itIsThere() {
        FakeKms.comesBack();
    }

    @Test
    void opensWhatItSealed() throws GeneralSecurityException {
        assertThat(aead.decrypt(aead.encrypt(TEXT, PLACE), PLACE)).isEqualTo(TEXT);
    }

    @Test
    void isAwayForWhateverIsAskedWhenItDoesNotAnswer() {
        var sealed = aead.encrypt(TEXT, PLACE);
        FakeKms.goesAway();
        assertThatExceptionOfType(KeysAway.class).isThrownBy(() -> aead.encrypt(TEXT, PLACE));
        assertThatExceptionOfType(KeysAway.class).isThrownBy(() -> aead.decrypt(sealed, PLACE));
        assertThatExceptionOfType(KeysAway.class).isThrownBy(() -> aead.decrypt(TEXT, PLACE));
    }

    @Test
    void isNotAwayForWhatItNeverSealed() {
        var sealed = aead.encrypt(TEXT, PLACE);
        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> aead.decrypt(TEXT, PLACE));
        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> aead.decrypt(sealed, TEXT));
    }
}
