/** Where to go after signing in: a page of the desk, whatever the address asked for. */
export function ownPath(wanted: string | undefined): string {
	if (!wanted || !URL.canParse(wanted, HERE)) return "/ban";
	const { origin, pathname, search } = new URL(wanted, HERE);
	return origin === HERE && /^\/(ban|quan-tri)(\/|$)/.test(pathname)
		? `${pathname}${search}`
		: "/ban";
}

const HERE = "http://ban.invalid";
