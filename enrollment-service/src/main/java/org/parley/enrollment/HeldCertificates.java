package org.parley.enrollment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The certificates of one officer, the document of that officer's id: so that they are found without a search. */
record HeldCertificates(List<UUID> certificates) {

    HeldCertificates with(UUID certificate) {
        return certificates.contains(certificate)
                ? this
                : new HeldCertificates(Stream.concat(certificates.stream(), Stream.of(certificate))
                        .toList());
    }
}
