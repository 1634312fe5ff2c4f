import { BlockList, isIPv6 } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** What the HTTP server gives along; absent when a request is made without a port. */
export interface WebEnv {
	Bindings: Partial<HttpBindings>;
}

/** Where a proxy of our own can be: this machine, or the private network of a container. */
const near = new BlockList();
near.addSubnet("127.0.0.0", 8);
near.addSubnet("10.0.0.0", 8);
near.addSubnet("172.16.0.0", 12);
near.addSubnet("192.168.0.0", 16);
near.addAddress("::1", "ipv6");
near.addSubnet("fc00::", 7, "ipv6");

/**
 * Whom the limit per address counts. With a public https address there must be a proxy in front, since we speak plain
 * HTTP: then the last entry of X-Forwarded-For, which that proxy wrote itself, is believed. Otherwise anybody could
 * write that header, and it is not read.
 */
export const clientAddress =
	(behindProxy: boolean) =>
	<Env extends WebEnv>(c: Context<Env>): string => {
		const peer = plain(c.env?.incoming?.socket?.remoteAddress ?? "unknown");
		const forwarded = c.req.header("x-forwarded-for")?.split(",").at(-1);
		return network(
			behindProxy && forwarded && isNear(peer) ? plain(forwarded.trim()) : peer,
		);
	};

const isNear = (address: string) =>
	near.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/** An IPv4 address that arrived over an IPv6 socket. */
const plain = (address: string) => address.replace(/^::ffff:/i, "");

/** One household has a whole /64 of IPv6 addresses. */
const network = (address: string) =>
	isIPv6(address) ? `${firstGroups(address, 4).join(":")}/64` : address;

function firstGroups(address: string, count: number): readonly string[] {
	const [before = [], after] = address
		.split("::")
		.map((part) => part.split(":").filter(Boolean));
	const zeros = after ? 8 - before.length - after.length : 0;
	return [
		...before,
		...Array.from({ length: zeros }, () => "0"),
		...(after ?? []),
	].slice(0, count);
}
