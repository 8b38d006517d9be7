/**
 * Pages for people: log-in by OpenID Connect, a session, strict headers, one frame and one look. On as soon as a service
 * names its client at the issuer ({@code parley.login.client-id}); what it shows and to whom it says itself.
 */
@NullMarked
package org.parley.starter.pages;

import org.jspecify.annotations.NullMarked;
