/** One face for phones and desks, light and dark. */
export const STYLE = `:root{color-scheme:light dark;--canvas:#f4f5f8;--surface:#fff;--line:#e3e6ec;--ink:#1b2130;--soft:#5d6678;--yes:#0b7a45;--no:#c8261e;font-family:system-ui,sans-serif;font-size:17px;line-height:1.5}
@media (prefers-color-scheme:dark){:root{--canvas:#10131a;--surface:#171b24;--line:#2a303d;--ink:#e8eaf0;--soft:#a2aabb;--yes:#4ccb8a;--no:#ff8178}}
*{box-sizing:border-box}
body{margin:0;padding:24px 16px;background:var(--canvas);color:var(--ink)}
main{max-width:560px;margin:0 auto;padding:24px;background:var(--surface);border:1px solid var(--line);border-radius:12px}
h1{margin:0 0 16px;font-size:22px;line-height:1.3;overflow-wrap:anywhere}
.asked{margin:0 0 24px;padding:12px 16px;border-left:4px solid var(--line);white-space:pre-wrap;overflow-wrap:anywhere}
.choices{display:flex;flex-wrap:wrap;gap:12px}
form{flex:1 1 160px;margin:0}
button{width:100%;min-height:52px;padding:8px 16px;border:2px solid;border-radius:8px;font:inherit;font-weight:600;overflow-wrap:anywhere;cursor:pointer}
button.yes{border-color:var(--yes);background:var(--yes);color:var(--surface)}
button.no{border-color:var(--no);background:transparent;color:var(--no)}
button:focus-visible{outline:3px solid var(--soft);outline-offset:3px}
.mark.yes{color:var(--yes)}
.mark.no{color:var(--no)}
.hint{margin:16px 0 0;color:var(--soft);font-size:15px}`;

/** The browser applies this style alone: nothing that stands in a message can bring another. Base64 of its SHA-256. */
export const STYLE_HASH = '+SFdSVJABPXwnQzMrz8UkcInC1rwbQ8k91FCbUsItLg=';
