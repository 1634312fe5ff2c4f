import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import * as z from "zod";

/** What tells one process from every other, from one that got its number later too. */
export const ProcessMark = z.strictObject({
	pid: z.int().min(1),
	host: z.string(),
	/** Boot of the machine and start within it; empty where the system does not say. */
	since: z.string(),
});
export type ProcessMark = z.infer<typeof ProcessMark>;

export const thisProcess = async (): Promise<ProcessMark> => ({
	pid: process.pid,
	host: hostname(),
	since: await sinceOf(process.pid),
});

/** In doubt, yes: a process of another host cannot be seen from here. */
export async function isRunning(mark: ProcessMark): Promise<boolean> {
	if (mark.host !== hostname()) return true;
	if (!exists(mark.pid)) return false;
	const since = await sinceOf(mark.pid);
	return since === "" || mark.since === "" || since === mark.since;
}

function exists(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== "ESRCH";
	}
}

/** From Linux's /proc. A process that has died but was not yet waited for by its parent counts as gone. */
async function sinceOf(pid: number): Promise<string> {
	const boot = await textOf("/proc/sys/kernel/random/boot_id");
	if (boot === undefined) return ""; // another system than Linux
	const stat = await textOf(`/proc/${pid}/stat`);
	if (stat === undefined) return "gone";
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	const [state, start] = [fields[0], fields[19]];
	return state === "Z" ? "gone" : `${boot.trim()} ${start}`;
}

const textOf = (path: string): Promise<string | undefined> =>
	readFile(path, "utf8").catch(() => undefined);
