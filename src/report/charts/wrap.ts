/** A long name in lines of about so many letters, at most three: what does not fit ends in `…`. */
export function wrap(name: string, letters: number): string {
	const lines: string[] = [];
	for (const word of name.split(" ")) {
		const line = lines.at(-1);
		if (line !== undefined && line.length + 1 + word.length <= letters)
			lines[lines.length - 1] = `${line} ${word}`;
		else lines.push(word);
	}
	return lines.length <= MOST
		? lines.join("\n")
		: `${lines.slice(0, MOST).join("\n")}…`;
}

const MOST = 3;
