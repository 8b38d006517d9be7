package org.parley.e2e;

class MainLineIT extends MainLine {

    @Override
    Platform platform() {
        return Platform.shared();
    }
}
