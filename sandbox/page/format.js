const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const calendar = new Intl.DateTimeFormat('en-GB', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
});

const moment = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'short',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
});

const date = (seconds) => new Date(seconds * 1000);

export const time = (seconds) => clock.format(date(seconds));

export const dateAndTime = (seconds) => moment.format(date(seconds));

/** The day of a message, "Today" where it is. */
export function day(seconds) {
	const name = calendar.format(date(seconds));
	return name === calendar.format(new Date()) ? 'Today' : name;
}

/** A file's size as people say it. */
export function size(bytes) {
	if (bytes < 1024) return `${bytes} B`;
	const units = ['KB', 'MB', 'GB'];
	const power = Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), units.length);
	const value = bytes / 1024 ** power;
	return `${value.toFixed(value < 10 ? 1 : 0)} ${units[power - 1]}`;
}

/** The file name at the end of a URL, as people read it. */
export function fileName(url) {
	const last = url.split(/[?#]/)[0].split('/').pop() || url;
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}

/** Two letters of a name in Latin letters, the first one of any other. */
export function initials(name) {
	const words = name.trim().split(/\s+/);
	const letters = words.map((word) => [...word][0] ?? '');
	return /^[\p{Script=Latin}]/u.test(name) ? letters.slice(0, 2).join('') : letters[0] || '?';
}
