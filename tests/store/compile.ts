import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

export interface Compiled {
	readonly path: string;
	remove(): Promise<void>;
}

/** A script as plain JavaScript, for tests that start it so often that compiling it each time would take minutes. */
export async function compile(script: string): Promise<Compiled> {
	await mkdir("dist", { recursive: true });
	const folder = await mkdtemp(resolve("dist", "test-"));
	const config = join(folder, "tsconfig.json");
	await writeFile(
		config,
		JSON.stringify({
			extends: resolve("tests/tsconfig.json"),
			compilerOptions: {
				noEmit: false,
				noCheck: true,
				sourceMap: false,
				rootDir: resolve("."),
				outDir: folder,
			},
			include: [],
			files: [resolve(script)],
		}),
	);
	await promisify(execFile)(process.execPath, [
		resolve("node_modules/typescript/bin/tsc"),
		"-p",
		config,
	]);
	return {
		path: join(folder, script.replace(/\.ts$/, ".js")),
		remove: () => rm(folder, { recursive: true }),
	};
}
