/** How the user knows the parts of a template's values, by their path in `template_params`. */
export type Labels = Readonly<Record<string, string>>;

/** @returns how the user knows a part: by a field's label, or by its place in the JSON; the path of the whole is `''` */
export type LabelOf = (path: string) => string;
