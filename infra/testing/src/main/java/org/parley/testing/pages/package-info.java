/** What tests of pages stand on. A module that uses it has spring-boot-starter-security-test on its class path. */
@NullMarked
package org.parley.testing.pages;

import org.jspecify.annotations.NullMarked;
