/**
 * Where devices are: addresses, interfaces, neighbours. Enter at {@link
 * io.localstream.domain.network.Endpoint}; any module may use it, and it uses nothing but {@link
 * io.localstream.domain.device}.
 */
@NullMarked
package io.localstream.domain.network;

import org.jspecify.annotations.NullMarked;
